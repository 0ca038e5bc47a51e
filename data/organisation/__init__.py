"""The housing organisations of each kommune: a list that BL delivers, the file in which an edition keeps it, and made-up rows."""
