"""Pictures (PNG): the map, the preview of a shared link, press pictures."""
