#!/usr/bin/env python3
"""Times the template engine on three scenes beside Jinja2 and MiniJinja's Python binding, in turns on one machine.

    bench-templates.py BINARY SCENES [ROUNDS]

SCENES is a folder with a folder for each scene: templates, context.json, meta.json, expected.out. Contexts are decoded and
templates compiled beforehand; a scene's output must be what is expected, byte for byte, before its time counts.
"""
import json, os, resource, statistics, subprocess, sys, time

try:
    import jinja2, minijinja
except ImportError:
    sys.exit("skipped: jinja2 and minijinja are not installed (pip install jinja2==3.1.6 minijinja==3.1.0)")

binary, scenes = os.path.realpath(sys.argv[1]), sys.argv[2]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 9


def timed(render, repeats):
    start = time.perf_counter()
    for _ in range(repeats):
        render()
    return (time.perf_counter() - start) / repeats * 1e6


print(f"{'scene':10} {'ours µs':>9} {'jinja2 µs':>10} {'minijinja µs':>13} {'× jinja2':>9} {'× minijinja':>12} "
      f"{'compile µs':>11} {'peak MiB':>9}")
for scene in sorted(os.listdir(scenes)):
    folder = os.path.join(scenes, scene)
    if not os.path.exists(folder + "/meta.json"):
        continue
    meta = json.load(open(folder + "/meta.json"))
    context = json.load(open(folder + "/context.json", encoding="utf-8"))
    sources = {name: open(f"{folder}/templates/{name}", encoding="utf-8").read() for name in meta["templates"]}
    command = [binary, "render", meta["main"], "--templates", folder + "/templates", "--data", folder + "/context.json"]
    output = subprocess.run(command, capture_output=True, check=True).stdout
    if output != open(folder + "/expected.out", "rb").read():
        sys.exit(f"{scene}: the output is not what is expected")
    theirs = jinja2.Environment(loader=jinja2.DictLoader(sources), autoescape=True).get_template(meta["main"])
    rust = minijinja.Environment(templates=sources, auto_escape_callback=lambda name: "html")
    ours, python, binding, compile = [], [], [], []
    for _ in range(rounds):
        said = json.loads(subprocess.run(command + ["--times", "200"], capture_output=True, check=True).stdout)
        ours.append(said["render_microseconds"])
        compile.append(said["compile_microseconds"])
        python.append(timed(lambda: theirs.render(**context), 10))
        binding.append(timed(lambda: rust.render_template(meta["main"], **context), 20))
    # The peak of one process that renders this scene.
    pid = os.posix_spawn(binary, command + ["--times", "20"], os.environ,
                         file_actions=[(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
    peak = os.wait4(pid, 0)[2].ru_maxrss / 1024
    middle = statistics.median
    print(f"{scene:10} {middle(ours):9.0f} {middle(python):10.0f} {middle(binding):13.0f} "
          f"{middle(p / o for p, o in zip(python, ours)):8.1f}× {middle(b / o for b, o in zip(binding, ours)):11.1f}× "
          f"{middle(compile):11.0f} {peak:9.0f}")
