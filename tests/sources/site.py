"""A site of all that a cited page may have become, on this machine: pages by path, and a few that misbehave."""

import ssl
import subprocess
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Thread

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

FILLED = "<p>" + "駅の案内です。" * 40 + "</p>"
TEXT = (
    f"<html><title>案内</title><body>{FILLED}<p>屋根は<b>2４時間</b>、3,694件。</p><script>禁句</script></body></html>"
)
HTML = "text/html; charset=utf-8"


def pdf(text):
    """A PDF of one page with a line of text."""
    writer = PdfWriter()
    page = writer.add_blank_page(200, 200)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): named})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 10 100 Td ({text}) Tj ET".encode())
    page[NameObject("/Contents")] = stream
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def with_meta(charset):
    return TEXT.replace("<title>", f'<meta charset="{charset}"><title>').encode(charset)


PAGES = {
    "/same": (HTML, TEXT.encode()),
    "/new": (HTML, TEXT.encode()),
    "/less": (HTML, TEXT.replace("屋根", "床").encode()),
    "/sjis": ("text/html; charset=Shift_JIS", TEXT.encode("cp932")),
    "/euc": ("text/html; charset=EUC-JP", TEXT.encode("euc_jp")),
    "/sjis-meta": ("text/html", with_meta("shift_jis")),
    "/euc-meta": ("text/html", with_meta("euc-jp")),
    "/odd-charset": ("text/html; charset=x-none", TEXT.encode()),
    "/plain": ("text/plain; charset=utf-8", TEXT.encode()),
    "/pdf": ("application/pdf", pdf("open 24 hours")),
    "/broken-pdf": ("application/pdf", b"%PDF-1.7 and no more"),
    "/picture": ("image/png", b"\x89PNG"),
    "/empty": (HTML, b"<div id=app></div><script>render()</script>"),
    "/login": (HTML, f"{FILLED}<input type=password>".encode()),
    "/odd-markup": (HTML, f"{FILLED}<![x[".encode()),
    "/large": (HTML, b"x" * 300_000),
}
STATUSES = {"/gone": 404, "/gone-for-good": 410, "/forbidden": 403, "/wants-login": 401, "/busy": 503}
LEADS = {
    "/old": "/new",
    "/old-and-less": "/less",
    "/old-and-gone": "/gone",
    "/round": "/round",
    "/mail": "mailto:x@example.org",
    "/private": "http://127.0.0.1:1/inside",
}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.visits.append((self.path, time.monotonic()))
        path = self.path.partition("?")[0]
        if path in LEADS:
            self.answer(301, Location=LEADS[path])
        elif path in STATUSES:
            self.answer(STATUSES[path])
        elif path in PAGES:
            kind, content = PAGES[path]
            self.answer(200, content, **{"Content-Type": kind})
        else:
            getattr(self, path[1:])()

    def answer(self, status, content=b"", **headers):
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def silent(self):
        """Says nothing at all."""
        self.server.stop.wait(5)
        self.close_connection = True

    def dripping(self):
        """Sends a header that never ends, a letter at a time."""
        self.drip(b"HTTP/1.1 200 OK\r\nX-Long: ")

    def endless(self):
        """Sends a page that never ends, a letter at a time."""
        self.drip(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")

    def drip(self, head):
        self.wfile.write(head)
        while not self.server.stop.wait(0.05):
            self.wfile.write(b"x")

    def flood(self):
        """Sends a page that never ends, as fast as it can."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not self.server.stop.is_set():
            self.wfile.write(b"x" * 65536)

    def cut(self):
        """Ends before what was announced."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort")
        self.close_connection = True

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Visitors who have seen enough close the door; that is no error of the site's."""


@contextmanager
def served(certificate=None):
    """The site's address and the visits that it had; over TLS with a certificate that nobody vouches for."""
    from threading import Event

    server = Server(("127.0.0.1", 0), Handler)
    server.visits, server.stop = [], Event()
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}", server.visits
    finally:
        server.stop.set()
        server.shutdown()
        server.server_close()


def own_certificate(folder):
    """A certificate that its owner signed, made anew, so that no key lies about."""
    path = folder / "own.pem"
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    subprocess.run([*make, *names, "-keyout", path, "-out", folder / "cert.pem"], check=True, capture_output=True)
    path.write_text(path.read_text() + (folder / "cert.pem").read_text())
    return path
