"""The workbook's sheet "Boligorganisationer", written and read: a row for each housing organisation of each kommune."""
