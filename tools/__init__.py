"""What a developer runs besides the app and its checks."""
