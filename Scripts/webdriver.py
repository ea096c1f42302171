"""A browser that a script drives: as much of the WebDriver protocol as the checks of the preview need."""
import json, os, subprocess, time, urllib.error, urllib.request

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

    def prefer(self, scheme):
        """Lets pages know that the reader wants them `light` or `dark`."""
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.call("POST", self.session + "/goog/cdp/execute",
                  {"cmd": "Emulation.setEmulatedMedia", "params": {"features": [feature]}})

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
