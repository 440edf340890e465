"""What readers type, beside what gazettes print."""
