package io.github.gmr.actuate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A headless Chromium with an empty profile.
 *
 * @param program the program
 * @param directory where its profile and its output go
 */
record Browser(Path program, Path directory) {

	private static final List<String> OPTIONS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
			"--enable-logging=stderr", "--dump-dom");

	/**
	 * Return the Chromium of this machine.
	 * @return its program, empty if it has none
	 */
	static Optional<Path> find() {
		return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Open a page.
	 * @param page the page
	 * @param options further options of the browser
	 * @return what it is like once it has been loaded
	 */
	Page open(URI page, String... options) throws IOException, InterruptedException {
		Path dom = this.directory.resolve("dom.html");
		Path log = this.directory.resolve("log.txt");
		List<String> command = new ArrayList<>(List.of(this.program.toString()));
		command.addAll(OPTIONS);
		command.addAll(List.of(options));
		command.add("--user-data-dir=" + this.directory.resolve("profile"));
		command.add(page.toString());
		Process process = new ProcessBuilder(command).redirectOutput(dom.toFile()).redirectError(log.toFile()).start();
		try {
			if (!process.waitFor(2, TimeUnit.MINUTES)) {
				throw new IOException("The browser did not end");
			}
		}
		finally {
			process.destroyForcibly();
		}
		return new Page(Files.readString(dom), Files.readAllLines(log));
	}

	/**
	 * A page that was loaded.
	 *
	 * @param dom what the browser has made of it
	 * @param log what the browser said
	 */
	record Page(String dom, List<String> log) {

		List<String> consoleMessages() {
			return this.log.stream().filter((line) -> line.contains("CONSOLE")).toList();
		}

	}

}
