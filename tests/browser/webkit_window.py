#!/usr/bin/python3
"""A window that holds a page and nothing else, for WebKitWebDriver: WebKit's own browser is wider than a phone.

It runs by the system's Python, to which Debian's bindings of GTK belong. Arguments: width and height.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)
context.set_preferred_languages(["ja-JP"])


def show(_session):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    view.get_settings().set_enable_write_console_messages_to_stdout(True)
    window = Gtk.Window(decorated=False, default_width=int(sys.argv[1]), default_height=int(sys.argv[2]))
    window.add(view)
    window.show_all()
    return view


def start(_context, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("webkit_window")
    session.set_application_info(about)
    session.connect("create-web-view", show)


context.connect("automation-started", start)
Gtk.main()
