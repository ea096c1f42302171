#!/usr/bin/env python3
"""Sends requests to a preview that are damaged at random, over raw connections, and looks whether it stays.

  fuzz-requests.py BULLETIN [COUNT] [SEED]

Between them, the home page must come within two seconds and unchanged, nothing of a file outside of the site may be
answered, no file of Content may change, and the program must hold its memory and end at once when it is told to. The
requests of a run follow from its seed.
"""
import hashlib, os, pathlib, random, shutil, signal, socket, subprocess, sys, tempfile, time

program, count, seed = os.path.abspath(sys.argv[1]), int((sys.argv[2:3] or ["1000"])[0]), int((sys.argv[3:4] or ["1"])[0])
PORT, MEMORY = 4791, 300 << 20
SECRET = b"the-words-of-a-file-outside"
chance = random.Random(seed)
methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "G\0T", "", "A" * 9000, "PROPFIND"]
paths = ["/", "/2010/1/", "/feed.xml", "/assets/style.css", "/.preview/", "/.preview/events", "/.preview/mend", "/search/words.js", "/2010/1/map.png", "/robots.txt", "/nosuch/", "*", "",
         "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%252e%252e/secret.txt", "/2010/1/../../../secret.txt", "/\\..\\secret.txt", "//secret.txt", "/./.bulletin/lock", "/Content/site.yaml", "/.git/config",
         "/linked/secret.txt", "/a%00b", "/%ff%fe", "/%", "/%zz", "/" + "a" * 9000, "/" + "a/" * 3000, "/?" + "a=b&" * 3000, "http://localhost:4791/", "http://evil.example/", "/\u0142", "/#x", "/.preview/assets/../../secret.txt"]
hosts = ["localhost:4791", "127.0.0.1:4791", "[::1]:4791", "evil.example", "localhost:4791.evil.example", "", "localhost:4791\0", "a" * 5000, "localhost:99999", "LOCALHOST:4791"]
headers = ["Range: bytes=0-9", "Range: bytes=-1", "Range: bytes=99999999999999999999-", "Range: bytes=0-0,2-3," + "4-5," * 900, "If-Range: \"x\"", "If-None-Match: *", "If-None-Match: " + "\"a\"," * 900, "If-Match: *",
           "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 5", "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, gzip", "Expect: 100-continue",
           "Connection: close", "Connection: upgrade\r\nUpgrade: websocket", "Origin: null", "Origin: http://evil.example", "Origin: http://localhost:4791", "Sec-Fetch-Site: cross-site", "Cookie: " + "x" * 7000, "X: \x1b[31m", " folded: x", "NoColon", ": x",
           "Host: second.example", "Accept-Encoding: gzip, br, *;q=0", "X-" + "y" * 4000 + ": z", "Content-Type: application/json"]
bodies = [b"", b"hello", b"0\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"ffffffffffffffff\r\n", b"{\"file\": \"../secret.txt\"}", b"a" * 70000, b"\0" * 100]


def request():
    """The bytes of one request."""
    lines = [f"{chance.choice(methods if chance.randrange(3) == 0 else methods[:3])} {chance.choice(paths)} {chance.choice(['HTTP/1.1'] * 6 + ['HTTP/1.0', 'HTTP/9.9', '', 'HTTP/1.1 x'])}"]
    if chance.randrange(8):
        lines.append("Host: " + chance.choice(hosts if chance.randrange(3) == 0 else hosts[:3]))
    lines += chance.sample(headers, chance.choice([0, 0, 1, 2, 5]))
    if chance.randrange(60) == 0:
        lines += [f"H{number}: {number}" for number in range(3000)]
    data = bytearray(chance.choice(["\r\n"] * 6 + ["\n", "\r"]).join(lines + ["", ""]).encode() + (chance.choice(bodies) if chance.randrange(3) == 0 else b""))
    for _ in range(chance.choice([0, 0, 0, 1, 4])):
        at = chance.randrange(len(data) + 1)
        kind = chance.randrange(4)
        if kind == 0:
            data[at:at] = bytes([chance.randrange(256)])
        elif kind == 1:
            del data[at:at + chance.randrange(9)]
        elif kind == 2:
            data[at:at] = data[at:at + chance.randrange(200)] * chance.choice([1, 20])
        else:
            del data[at:]
    return bytes(data)


def send(data):
    """What comes back within a moment."""
    with socket.create_connection(("127.0.0.1", PORT), timeout=5) as line:
        line.settimeout(0.15)
        got = b""
        try:
            pieces = [data] if chance.randrange(4) else [data[:len(data) // 2], data[len(data) // 2:]]
            for piece in pieces:
                line.sendall(piece)
            if chance.randrange(2):
                line.shutdown(socket.SHUT_WR)
            while len(got) < 1 << 20:
                part = line.recv(1 << 16)
                if not part:
                    break
                got += part
        except OSError:
            pass
        return got


def home():
    """The home page as a browser gets it, and how long it took."""
    start = time.monotonic()
    with socket.create_connection(("127.0.0.1", PORT), timeout=10) as line:
        line.settimeout(10)
        line.sendall(f"GET / HTTP/1.1\r\nHost: localhost:{PORT}\r\nConnection: close\r\n\r\n".encode())
        got = b""
        while part := line.recv(1 << 16):
            got += part
    return got.split(b"\r\n\r\n", 1), time.monotonic() - start


def memory(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) << 10
    return 0


def digest(folder):
    return hashlib.sha256(b"".join(str(path).encode() + path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())).hexdigest()


def main():
    failures = []
    with tempfile.TemporaryDirectory(prefix="requests-") as folder:
        work = pathlib.Path(folder)
        site = work / "site"
        (site / "Content/bulletins").mkdir(parents=True)
        (work / "secret.txt").write_bytes(SECRET)
        (site / "secret.txt").write_bytes(SECRET)
        (site / "Content/site.yaml").write_text("title: The Bay\nbase_url: https://bay.example.org/\n")
        (site / "Content/bulletins/map.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000))
        (site / "Content/bulletins/.hidden").write_bytes(SECRET)
        (site / "Content/bulletins/1.md").write_text("# BULLETIN\n\nNo. 1 (1) • March 1, 2010 • © Bay\n\nEditors: Ada Buk\n\n---\n\n## The Quay\n\nAda Buk\n\nIt was built of oak.\n\n![A map](map.png)\n")
        before = digest(site / "Content")
        process = subprocess.Popen([program, "preview", "--site", str(site), "--port", str(PORT)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        os.set_blocking(process.stdout.fileno(), False)
        try:
            for _ in range(200):
                try:
                    (_, first), _ = home()
                    break
                except OSError:
                    time.sleep(0.1)
            for number in range(count):
                data = request()
                try:
                    got = send(data)
                except OSError as error:
                    failures.append(f"request {number} finds nobody: {error}: {data[:200]!r}")
                    break
                if SECRET in got:
                    failures.append(f"request {number} is answered with a file outside of the site: {data[:200]!r}")
                if number % 25 == 24:
                    try:
                        (head, body), took = home()
                    except (OSError, ValueError) as error:
                        failures.append(f"after request {number}, the home page does not come: {error}")
                        break
                    if not head.startswith(b"HTTP/1.1 200") or body != first:
                        failures.append(f"after request {number}, the home page is another: {head[:100]!r}")
                    if took > 2:
                        failures.append(f"after request {number}, the home page takes {took:.1f} s")
                    if memory(process) > MEMORY:
                        failures.append(f"after request {number}, the program has {memory(process) >> 20} MiB")
                        break
            if process.poll() is not None:
                failures.append(f"the preview ended with {process.returncode}")
            held = memory(process) if process.poll() is None else 0
            start = time.monotonic()
            process.send_signal(signal.SIGINT)
            process.wait(timeout=10)
            if time.monotonic() - start > 1.5:
                failures.append(f"it takes {time.monotonic() - start:.1f} s to end")
        finally:
            process.kill()
        said = process.stdout.read() or b""
        if b"Fatal" in said or b"\x1b[31m" in said:
            failures.append(f"it printed {said[-300:]!r}")
        if digest(site / "Content") != before:
            failures.append("a file of Content is another")
    for failure in failures[:20]:
        print(f"seed {seed}: {failure}")
    print(f"{count} requests, {len(failures)} failures, {held >> 20} MiB held at the end")
    sys.exit(1 if failures else 0)


main()
