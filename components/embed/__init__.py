"""The frame for other pages, the page that writes its code, and its oEmbed description."""
