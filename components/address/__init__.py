"""What addresses mean: where the pages lie, the view that an address asks for, and how every other address is written."""
