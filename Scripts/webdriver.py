"""A browser that a script drives: as much of the WebDriver protocol as the checks of the preview need."""
import json, os, subprocess, time, urllib.error, urllib.request

# What keys are to Chromium, and what they write.
KEYS = {"Tab": (9, None), "Enter": (13, "\r"), "Escape": (27, None), "ArrowDown": (40, None), "/": (191, "/"), " ": (32, " ")}

PORT = os.environ.get("CHROMEDRIVER_PORT", "9517")


class Browser:
    """Chromium, driven over WebDriver; a context that ends it."""

    def __enter__(self):
        self.driver = subprocess.Popen(["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        options = {"args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,700"]}
        wanted = {"capabilities": {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options,
                                                   "goog:loggingPrefs": {"browser": "ALL"}}}}
        for attempt in range(50):
            try:
                answer = self.call("POST", "/session", wanted)
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.2)
        else:
            raise SystemExit("chromedriver does not answer")
        self.session = "/session/" + answer["sessionId"]
        self.call("POST", self.session + "/timeouts", {"script": 20_000})
        return self

    def __exit__(self, *_):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()

    def call(self, method, path, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}" + path, method=method,
                                         data=None if body is None else json.dumps(body).encode(),
                                         headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=40) as answer:
            return json.load(answer)["value"]

    def go(self, address):
        self.call("POST", self.session + "/url", {"url": address})

    def run(self, script, *arguments):
        """The value of a script's `return`."""
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": list(arguments)})

    def run_later(self, script, *arguments):
        """What a script gives to the function that is its last argument."""
        return self.call("POST", self.session + "/execute/async", {"script": script, "args": list(arguments)})

    def ask(self, command, **parameters):
        """Says something to Chromium itself, in its own protocol; the answer."""
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def size(self, width, height=900, is_phone=False):
        """Gives pages a window of so many pixels."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=is_phone)

    def prefer(self, scheme, medium=""):
        """Lets pages know that the reader wants them `light` or `dark`, and whether they are for `print`."""
        self.ask("Emulation.setEmulatedMedia", media=medium, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def messages(self):
        """What pages have said on the console since it was asked last."""
        return [entry["message"] for entry in self.call("POST", self.session + "/se/log", {"type": "browser"})]

    def press(self, key, shift=False):
        """Presses a key and lets it go: one of `KEYS`, or a letter."""
        code, text = KEYS.get(key, (0, key))
        named = {"key": key, "code": key if len(key) > 1 else "", "windowsVirtualKeyCode": code, "modifiers": 8 if shift else 0}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **named, **({"text": text} if text else {}))
        self.ask("Input.dispatchKeyEvent", type="keyUp", **named)

    def write(self, text):
        """Writes a text where the keyboard is."""
        self.ask("Input.insertText", text=text)

    def screenshot(self, path):
        import base64
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("GET", self.session + "/screenshot")))

    def wait(self, what, script, *arguments, seconds=10):
        """Waits until a script gives something true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.run(script, *arguments)
            if value:
                return value
            time.sleep(0.02)
        raise SystemExit(f"the browser never shows {what}")
