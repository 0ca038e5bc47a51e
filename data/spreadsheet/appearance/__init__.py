"""What a workbook shows of what it holds: raised and struck-out text, colours, rounded numbers, hidden rows and columns."""
