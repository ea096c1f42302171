"""A browser of the end of 2022, driven as `webdriver.Browser` is: the engine of Qt 6.5, which is Chromium 108.

Whoever runs it has PyQt6-WebEngine and websocket-client: see `check-older.sh`. When this file itself is run, it is that
browser: one window that is shown nowhere, driven through PORT, and printed to each file that is named to it.

    older_browser.py PORT
"""
import base64, json, os, socket, subprocess, sys, time, urllib.error, urllib.request

from webdriver import Browser


class OlderBrowser(Browser):
    """That browser; a context that ends it."""

    def __enter__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
        self.window = subprocess.Popen([sys.executable, __file__, port], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        self.last, self.said = 0, []
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=5) as answer:
                    address = json.load(answer)[0]["webSocketDebuggerUrl"]
                break
            except (urllib.error.URLError, ConnectionError, IndexError, KeyError):
                if self.window.poll() is not None:
                    raise OSError("the older browser does not start")
                time.sleep(0.2)
        else:
            self.window.kill()
            raise OSError("the older browser does not answer")
        import websocket
        self.socket = websocket.create_connection(address, timeout=40, suppress_origin=True)
        for part in ("Page", "Runtime", "Log"):
            self.ask(part + ".enable")
        return self

    def __exit__(self, *_):
        self.socket.close()
        self.window.kill()
        self.window.wait()

    @property
    def name(self):
        return self.ask("Browser.getVersion")["userAgent"].split("Chrome/")[1].split(".")[0]

    def ask(self, command, **parameters):
        self.last += 1
        self.socket.send(json.dumps({"id": self.last, "method": command, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            self.note(message)
            if message.get("id") == self.last:
                if "error" in message:
                    raise SystemExit(f"the older browser says of {command}: {message['error']['message']}")
                return message["result"]

    def note(self, message):
        """Keeps what a page says on the console, by itself or through the browser."""
        said = message.get("params", {})
        if message.get("method") == "Runtime.consoleAPICalled":
            self.said.append(" ".join(str(each.get("value", each.get("description"))) for each in said["args"]))
        elif message.get("method") == "Runtime.exceptionThrown":
            self.said.append(said["exceptionDetails"].get("exception", {}).get("description", said["exceptionDetails"]["text"]))
        elif message.get("method") == "Log.entryAdded" and said["entry"]["level"] in ("warning", "error"):
            self.said.append(f"{said['entry']['text']} {said['entry'].get('url', '')}")

    def messages(self):
        said, self.said = self.said, []
        return said

    def go(self, address):
        self.ask("Page.navigate", url="about:blank")
        self.ask("Page.navigate", url=address)
        self.wait(address, "return location.href.startsWith(arguments[0]) && document.readyState === 'complete'", address)

    def run(self, script, *arguments):
        return self.value(f"(function () {{{script}}}).apply(null, {json.dumps(arguments)})")

    def run_later(self, script, *arguments):
        return self.value(f"new Promise(done => (function () {{{script}}}).apply(null, [...{json.dumps(arguments)}, done]))")

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"a script fails in the older browser: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("Page.captureScreenshot")["data"]))

    def print(self, path):
        """Prints the page to a file on A4."""
        self.window.stdin.write(f"{path}\n")
        self.window.stdin.flush()
        if self.window.stdout.readline().strip() != "printed":
            raise SystemExit(f"the older browser does not print {path}")


def show(port):
    """Is the browser, until it is ended."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--no-sandbox --disable-gpu --disable-dev-shm-usage"
    os.environ["QTWEBENGINE_REMOTE_DEBUGGING"] = port
    from PyQt6.QtCore import QSocketNotifier, QUrl
    from PyQt6.QtWebEngineWidgets import QWebEngineView
    from PyQt6.QtWidgets import QApplication
    application = QApplication(["older"])
    view = QWebEngineView()
    view.resize(1280, 900)
    view.setUrl(QUrl("about:blank"))
    view.show()
    view.page().pdfPrintingFinished.connect(lambda _, is_done: print("printed" if is_done else "failed", flush=True))
    asked = QSocketNotifier(0, QSocketNotifier.Type.Read)

    def read():
        if line := sys.stdin.readline().strip():
            view.page().printToPdf(line)
        else:
            application.quit()
    asked.activated.connect(read)
    application.exec()


if __name__ == "__main__":
    show(sys.argv[1])
