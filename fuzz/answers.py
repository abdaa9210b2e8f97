"""Hostile servers: what one says, put together at random, with no word that is true."""
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_STATUS = ["200 OK", "200 OK", "200 OK", "206 Partial Content", "204 No Content", "301 Moved",
           "404 Gone", "500 No", "999", "100 Continue", ""]
_KINDS = ["text/html", "text/html; charset=utf-8", "text/html; charset=a\0b",
          "text/plain; charset=undefined", "application/pdf",
          "image/png", "text/html; charset=" + "x" * 300]
_HEADERS = ["Location: file:///etc/passwd", "Location: http://", "Location: /again",
            "Content-Encoding: gzip", "Transfer-Encoding: chunked",
            "Content-Length: -1", "Content-Length: 99999999999999999999",
            "Set-Cookie: " + "a" * 9_000, "no colon", "A: \x1b[2J"]


def answer(random: random.Random, body: bytes) -> list[bytes]:
    """The pieces of one answer, to be sent one after the other."""
    head = f"HTTP/1.1 {random.choice(_STATUS)}\r\nContent-Type: {random.choice(_KINDS)}\r\n"
    if random.random() < .7:
        head += ("Content-Length: "
                 f"{random.choice([len(body), len(body) + 999, 0, len(body) // 2])}\r\n")
    head += "".join(f"{random.choice(_HEADERS)}\r\n"
                    for _ in range(random.choice([0, 0, 1, 3, 200])))
    data = head.encode("latin-1", "replace") + b"\r\n" + body
    cut = random.randrange(len(data)) if random.random() < .3 else len(data)
    place = random.randrange(cut or 1)
    return [data[:place], data[place:cut]]


@contextmanager
def served(pieces: list[bytes], pause: float = 0) -> Iterator[str]:
    """The address of a server that says the pieces to whoever asks, with a pause between them."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        def speak():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    try:
                        connection.recv(65536)
                        for piece in pieces:
                            connection.sendall(piece)
                            time.sleep(pause)
                    except OSError:
                        pass
        threading.Thread(target=speak, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/a"
        listener.shutdown(socket.SHUT_RDWR)
