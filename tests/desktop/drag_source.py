"""A small window whose only button holds files, to be dragged onto another window.

Started with the files' paths; says `ready` when it is on the screen, at its left upper corner.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402

uris = [pathlib.Path(path).as_uri() for path in sys.argv[1:]]
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(60, 40)
window.move(0, 0)
button = Gtk.Button(label="files")
button.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
button.drag_source_add_uri_targets()
button.connect("drag-data-get", lambda _button, _context, data, *_: data.set_uris(uris))
window.add(button)
window.connect("map-event", lambda *_: GLib.timeout_add(200, lambda: print("ready", flush=True)))
window.show_all()
Gtk.main()
