"""Spreadsheets, written and read: the workbook that BL fills in, and files of rents."""
