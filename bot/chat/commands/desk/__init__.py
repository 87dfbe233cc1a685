"""What admins type and press at the broadcast desk."""
