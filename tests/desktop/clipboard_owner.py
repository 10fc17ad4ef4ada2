"""Has the clipboard, as the program that was copied from: a page as HTML, and its words as text.

Started with the file of the page; the words come on its input. Says `ready` when it has it.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

HTML, TEXT = 0, 1
page = pathlib.Path(sys.argv[1]).read_bytes()
text = sys.stdin.read()


def give(_window, data, info, _time):
    if info == HTML:
        data.set(data.get_target(), 8, page)
    else:
        data.set_text(text, -1)


window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.realize()
Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern("text/html", False), HTML)
Gtk.selection_add_target(window, Gdk.SELECTION_CLIPBOARD, Gdk.Atom.intern("UTF8_STRING", False), TEXT)
window.connect("selection-get", give)
Gtk.selection_owner_set(window, Gdk.SELECTION_CLIPBOARD, Gdk.CURRENT_TIME)
print("ready", flush=True)
Gtk.main()
