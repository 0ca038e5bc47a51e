"""What is drawn on the printed sheet: its map with names, the swarm, the strips, the sparkline and the QR code."""
