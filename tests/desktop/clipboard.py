"""Prints what the clipboard holds as HTML, then, after a line of ---, as plain text."""

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
page = clipboard.wait_for_contents(Gdk.Atom.intern("text/html", False))
print(bytes(page.get_data()).decode("utf-8", "replace") if page else "")
print("---")
print(clipboard.wait_for_text() or "")
