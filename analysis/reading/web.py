"""One page from the web, whole or not at all. It runs in the worker of `analysis.system.limited`,
whose limit of time is the one deadline for all of it: finding the server, every redirect, every
byte."""
import ssl
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from analysis.errors import ArticleError

_SILENT = 20        # seconds in which a server must say something
_LONGEST = 120      # characters of what a server says of itself
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; article-notebooks)",
            "Accept-Encoding": "identity", "Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
_ANOTHER_WAY = "open it in a browser, save the page and read the file."


def fetch(url: str, most: int) -> tuple[bytes, str, str | None, dict[str, str]]:
    """(body, final address, charset named by the server, headers) of the page at a URL.

    most: bytes that are too many. Raises ArticleError where the address is none of the web or leads
    into a private network from outside, and where the answer is not one whole page.
    """
    shown = url[:200]
    try:
        check_scheme(url)
        request = Request(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), headers=_HEADERS)
        with _opener().open(request, timeout=_SILENT) as response:
            if response.status != 200:
                raise ArticleError(f"{shown} answers {response.status} {_brief(response.reason)}, "
                                   f"which is no whole page: {_ANOTHER_WAY}")
            data = response.read(most + 1)
            cut = response.length       # what the server had promised beyond it
            headers = response.headers
            if len(data) > most:
                raise ArticleError(f"{shown} is larger than {most // 1_000_000} MB: {_ANOTHER_WAY}")
            if cut:
                raise ArticleError(f"{shown} ended {cut:,} bytes before its end: try again, or "
                                   f"{_ANOTHER_WAY}")
            return data, response.url, headers.get_content_charset(), dict(headers.items())
    except HTTPError as error:
        raise ArticleError(f"{shown} answers {error.code} {_brief(error.reason)}: "
                           f"{_ANOTHER_WAY}") from error
    except (URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, ArticleError):
            raise
        raise ArticleError(f"{shown} cannot be fetched ({_why(error)}): check the address and the "
                           "connection, or save the page and read the file.") from error


def check_scheme(url: str) -> None:
    """Raises ArticleError for an address that is not of the web."""
    if urlsplit(url).scheme.lower() not in ("http", "https"):
        raise ArticleError(f"{url[:200]} is no http(s) address: give one that begins with http:// "
                           "or https://, or a file.")


def _why(error):
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return f"its certificate is not valid: {reason.verify_message}"
    return _brief(getattr(reason, "strerror", None) or reason or type(error).__name__)


def _brief(reason):
    """What a server or a library says, in a line of a length of ours."""
    return " ".join(str(reason)[:_LONGEST].split())


def _opener():
    """An opener that a public server does not send into a private network."""
    peers = []

    def checked(connection):
        address = ip_address(connection.sock.getpeername()[0].partition("%")[0])
        peers.append(public(address))
        if peers[0] and not peers[-1]:
            connection.close()
            raise ArticleError(f"The address leads to {connection.host}, which is in a private "
                               f"network: {_ANOTHER_WAY}")

    class Plain(HTTPConnection):
        def connect(self):
            super().connect()
            checked(self)

    class Secure(HTTPSConnection):
        def connect(self):
            super().connect()
            checked(self)

    class PlainHandler(HTTPHandler):
        def http_open(self, request):
            return self.do_open(Plain, request)

    class SecureHandler(HTTPSHandler):
        def https_open(self, request):
            return self.do_open(Secure, request, context=self._context)

    return build_opener(_WebOnly, PlainHandler, SecureHandler)


def public(address: Any) -> bool:
    """Whether an IP address is one of the public internet.

    >>> public(ip_address("10.0.0.1")), public(ip_address("1.1.1.1"))
    (False, True)
    """
    return (getattr(address, "ipv4_mapped", None) or address).is_global


class _WebOnly(HTTPRedirectHandler):
    def redirect_request(self, request, file, code, message, headers, url):
        check_scheme(url)
        return super().redirect_request(request, file, code, message, headers, url)
