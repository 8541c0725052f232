package io.github.gmr.hospital;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.gmr.remote.Remote;
import io.github.gmr.sickness.Crowd;
import org.slf4j.LoggerFactory;

/**
 * The system around a process: files, pipes, children, descriptors.
 */
final class Host {

	private static final Crowd CROWD = new Crowd();

	private static final List<Object> KEPT = new ArrayList<>();

	private static final PrintStream STDOUT = System.out;

	private Host() {
	}

	@Sick(value = "requests wait for a child process that does not end",
			says = { "6 ", "process", "Host\\.convert\\(Host\\.java:\\d+\\)" })
	static void childProcess(Desk desk) throws Exception {
		desk.serves(Host::convert).visitedBy(6);
	}

	private static Object convert() throws Exception {
		return new ProcessBuilder("sleep", "300").start().waitFor();
	}

	@Sick(value = "requests read what a child process does not write",
			says = { "5 ", "process|pipe|stream|reads?", "Host\\.readChild\\(Host\\.java:\\d+\\)" })
	static void silentChild(Desk desk) throws Exception {
		desk.serves(Host::readChild).visitedBy(5);
	}

	private static Object readChild() throws Exception {
		try (InputStream out = new ProcessBuilder("sleep", "300").start().getInputStream()) {
			return out.read();
		}
	}

	@Sick(value = "a lock of a file that another process keeps",
			says = { "lock|file", "Host\\.lockArchive\\(Host\\.java:\\d+\\)" })
	static void fileLock(Desk desk) throws Exception {
		Path file = Files.createTempFile("archive", ".lock");
		Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
				System.getProperty("java.class.path"), FileLocker.class.getName(), file.toString())
			.redirectErrorStream(true)
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(other::destroyForcibly));
		other.getInputStream().read();
		desk.serves(() -> lockArchive(file)).visitedBy(1);
	}

	private static Object lockArchive(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			return channel.lock();
		}
	}

	/**
	 * Keeps the lock of a file for some minutes.
	 */
	static final class FileLocker {

		public static void main(String[] args) throws Exception {
			try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
				KEPT.add(channel.lock());
				System.out.println("locked");
				Thread.sleep(240_000);
			}
		}

	}

	@Sick(value = "nobody reads standard output",
			says = { "standard output|stdout|System\\.out", "\\d+ ", "Host\\.print\\(Host\\.java:\\d+\\)" })
	@Setup(shell = "exec \"$@\" > >(for i in {1..200}; do IFS= read -r l; echo \"$l\"; [ \"$l\" = sick ] && break; done; "
			+ "exec sleep 240)")
	static void blockedOutput(Desk desk) throws Exception {
		Hospital.sick();
		Thread.sleep(500);
		desk.serves(Host::print).visitedBy(8);
	}

	private static Object print() {
		STDOUT.println("order ".repeat(20_000));
		return "printed";
	}

	@Sick(value = "the queue of an AsyncAppender is full, as its appender hangs",
			says = { "AsyncAppender|log", "5 |6 ", "Host\\.log\\(Host\\.java:\\d+\\)|Host\\$Shipper" })
	static void asyncAppender() {
		LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
		Shipper shipper = new Shipper();
		shipper.setContext(logging);
		shipper.start();
		AsyncAppender appender = new AsyncAppender();
		appender.setContext(logging);
		appender.addAppender(shipper);
		appender.start();
		Logger logger = logging.getLogger("orders");
		logger.setAdditive(false);
		logger.addAppender(appender);
		CROWD.add(5, "order", () -> {
			while (true) {
				log(logger);
			}
		});
	}

	private static void log(Logger logger) {
		logger.warn("The order is late");
	}

	/**
	 * Sends events to a server.
	 */
	private static final class Shipper extends AppenderBase<ILoggingEvent> {

		@Override
		protected void append(ILoggingEvent event) {
			try {
				Remote.ask();
			}
			catch (IOException ex) {
				addError("not sent", ex);
			}
		}

	}

	@Sick(value = "the appender of all loggers hangs, request threads wait for its lock",
			says = { "7 |8 ", "log|Shipper|AppenderBase", "Host\\.(?:log\\(|\\$?Shipper)|Host\\$Shipper" })
	static void appenderHangs(Desk desk) throws Exception {
		LoggerContext logging = (LoggerContext) LoggerFactory.getILoggerFactory();
		Shipper shipper = new Shipper();
		shipper.setContext(logging);
		shipper.start();
		Logger logger = logging.getLogger("orders");
		logger.setAdditive(false);
		logger.addAppender(shipper);
		desk.serves(() -> {
			log(logger);
			return "logged";
		}).visitedBy(8);
	}

	@Sick(value = "a named pipe that nobody writes to",
			says = { "4 ", "pipe|file|FileInputStream|open", "Host\\.importFile\\(Host\\.java:\\d+\\)" })
	static void namedPipe() throws Exception {
		Path pipe = Files.createTempDirectory("import").resolve("orders");
		new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
		CROWD.add(4, "import", () -> importFile(pipe));
	}

	private static void importFile(Path pipe) throws IOException {
		try (InputStream in = new FileInputStream(pipe.toFile())) {
			in.read();
		}
	}

	@Sick(value = "file descriptors are used up by connections",
			says = { "\\d+ of 700|6[6-9]\\d", "socket|connection" })
	@Setup(shell = "ulimit -n 700; exec \"$@\"")
	static void descriptorsOfSockets() throws Exception {
		ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
		try (var files = Files.list(Path.of("/proc/self/fd"))) {
			for (long open = files.count(); open < 675; open += 2) {
				KEPT.add(new Socket(server.getInetAddress(), server.getLocalPort()));
				KEPT.add(server.accept());
			}
		}
	}

	@Sick(value = "connections that the other end has closed are not closed here",
			says = { "2\\d\\d connections", "127\\.0\\.0\\.1:\\d+" })
	static void closeWait() throws Exception {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		for (int i = 0; i < 200; i++) {
			KEPT.add(new Socket(server.getInetAddress(), server.getLocalPort()));
			server.accept().close();
		}
	}

	@Sick(value = "a server of the application does not accept its connections any more",
			says = { "30 connections|3\\d connections", "port \\d+" })
	static void notAccepted() throws Exception {
		ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		KEPT.add(server);
		for (int i = 0; i < 30; i++) {
			KEPT.add(new Socket(server.getInetAddress(), server.getLocalPort()));
		}
	}

	@Sick(value = "the clock of threads: the process is stopped for 12 s", says = { "[Nn]othing ran for \\d" })
	static void stoppedProcess() throws Exception {
		Thread.sleep(6000);
		long pid = ProcessHandle.current().pid();
		new ProcessBuilder("sh", "-c", "kill -STOP " + pid + "; sleep 12; kill -CONT " + pid).start().waitFor();
	}

}
