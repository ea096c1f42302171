import CommandLine
import Glibc

// A file that may not grow any further is told like a full disk, in words, and does not end the process without one.
signal(SIGXFSZ, SIG_IGN)

exit(Program.run(Array(Swift.CommandLine.arguments.dropFirst())))
