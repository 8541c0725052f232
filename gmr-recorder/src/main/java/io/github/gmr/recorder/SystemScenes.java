package io.github.gmr.recorder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.ref.ReferenceQueue;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.rmi.server.UnicastRemoteObject;
import java.util.Hashtable;
import java.util.concurrent.TimeUnit;

import javax.naming.Context;
import javax.naming.directory.InitialDirContext;

/**
 * Waits for sockets, files, processes and services.
 */
final class SystemScenes {

	private static final String READ = "socket-read: reads from a socket";

	private static final String WRITE = "socket-write: writes to a socket";

	private static final String CONNECT = "socket-connect: connects a socket";

	private SystemScenes() {
	}

	static void play(Recording recording) throws Exception {
		sockets(recording);
		channels(recording);
		files(recording);
		processes(recording);
		services(recording);
		jvm(recording);
		remote(recording);
		names(recording);
	}

	private static void sockets(Recording recording) throws Exception {
		SilentServer server = new SilentServer();
		Extras.keep(server);
		recording.both(READ, () -> server.socket().getInputStream().read());
		recording.both(READ, () -> {
			Socket socket = server.socket();
			socket.setSoTimeout(3_600_000);
			socket.getInputStream().read();
		});
		recording.both(WRITE, () -> fill(server.socket().getOutputStream()));
		recording.both(CONNECT, () -> new Socket().connect(server.full()));
		recording.both(CONNECT, () -> new Socket().connect(server.full(), 3_600_000));
		recording.both("idle: accepts connections", () -> new ServerSocket(0).accept());
		recording.both("idle: accepts connections", () -> {
			ServerSocket socket = new ServerSocket(0);
			socket.setSoTimeout(3_600_000);
			socket.accept();
		});
		recording.both("socket-read: waits for a datagram",
				() -> new DatagramSocket().receive(new DatagramPacket(new byte[1], 1)));
		PipedInputStream pipe = new PipedInputStream();
		Extras.hold(() -> {
			new PipedOutputStream(pipe).write(1);
			Extras.sleep();
		});
		pipe.read();
		recording.both("socket-read: waits for data in a pipe", pipe::read);
		recording.both("full-queue: waits for space in a pipe",
				() -> fill(new PipedOutputStream(read(new PipedInputStream()))));
		recording.both("full-queue: waits for space in a pipe", () -> {
			PipedReader reader = new PipedReader();
			Extras.keep(reader);
			PipedWriter writer = new PipedWriter(reader);
			while (true) {
				writer.write('x');
			}
		});
	}

	/**
	 * Return a pipe that a living thread has begun to read.
	 */
	private static PipedInputStream read(PipedInputStream pipe) {
		Extras.keep(pipe);
		return pipe;
	}

	private static void fill(OutputStream out) throws IOException {
		while (true) {
			out.write(new byte[1 << 20]);
		}
	}

	private static void channels(Recording recording) throws Exception {
		SilentServer server = new SilentServer();
		recording.both(READ, () -> SocketChannel.open(server.address()).read(ByteBuffer.allocate(1)));
		recording.both(READ, () -> {
			Socket socket = SocketChannel.open(server.address()).socket();
			socket.setSoTimeout(3_600_000);
			socket.getInputStream().read();
		});
		recording.both(WRITE, () -> {
			SocketChannel channel = SocketChannel.open(server.address());
			while (true) {
				channel.write(ByteBuffer.allocate(1 << 20));
			}
		});
		recording.both(CONNECT, () -> SocketChannel.open(server.full()));
		recording.both("idle: accepts connections", () -> ServerSocketChannel.open().bind(null).accept());
		recording.both("socket-read: waits for a datagram",
				() -> DatagramChannel.open().bind(null).receive(ByteBuffer.allocate(1)));
		recording.both("idle: waits for events of its channels", () -> Selector.open().select());
		recording.both("idle: watches files", () -> FileSystems.getDefault().newWatchService().take());
		recording.named("idle: watches files",
				(name) -> name.startsWith("FileSystemWatch") || name.startsWith("Thread-"));
	}

	private static void files(Recording recording) throws Exception {
		Path large = Files.createTempFile("recorder", ".bin");
		try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
			file.setLength(1 << 26);
		}
		SilentServer client = new SilentServer();
		Extras.keep(client);
		recording.platform("file: transfers a file", () -> {
			FileChannel file = FileChannel.open(large);
			file.transferTo(0, file.size(), SocketChannel.open(client.address()));
		});
		Path folder = Files.createTempDirectory("recorder");
		String fifo = folder.resolve("fifo").toString();
		new ProcessBuilder("mkfifo", fifo).start().waitFor();
		Extras.keep(new RandomAccessFile(fifo, "rw"));
		recording.platform("file: reads from a file or a pipe", () -> Files.newInputStream(Path.of(fifo)).read());
		recording.platform("file: reads from a file or a pipe", () -> new java.io.FileInputStream(fifo).read());
		recording.platform("file: reads from a file or a pipe",
				() -> new java.io.FileInputStream(fifo).read(new byte[9]));
		recording.platform("file: reads from a file or a pipe", () -> new RandomAccessFile(fifo, "rw").read());
		recording.platform("file: reads from a file or a pipe",
				() -> Pipe.open().source().read(ByteBuffer.allocate(1)));
		recording.platform("file: writes to a file or a pipe", () -> fill(new java.io.FileOutputStream(fifo)));
		recording.platform("file: writes to a file or a pipe", () -> fill(Files.newOutputStream(Path.of(fifo))));
		PrintStream out = new PrintStream(new java.io.FileOutputStream(fifo), true);
		recording.platform("standard-output: prints to standard output or a file", () -> {
			while (true) {
				out.println("A line");
			}
		});
		recording.platform("standard-output: waits for another thread that prints", () -> out.println("A line"));
		String unread = folder.resolve("unread").toString();
		new ProcessBuilder("mkfifo", unread).start().waitFor();
		recording.platform("file: asks the file system", () -> new java.io.FileInputStream(unread).read());
		recording.platform("file: asks the file system", () -> Files.newInputStream(Path.of(unread)).read());
		lock(recording, folder.resolve("lock"));
	}

	/**
	 * The lock must be another process's.
	 */
	private static void lock(Recording recording, Path file) throws Exception {
		Files.createFile(file);
		String holding = "import fcntl,time; f=open('%s','r+'); fcntl.lockf(f, fcntl.LOCK_EX); print(1, flush=True); time.sleep(60)";
		Process holder = new ProcessBuilder("python3", "-c", holding.formatted(file)).start();
		holder.getInputStream().read();
		recording.platform("file-lock: waits for the lock of a file",
				() -> FileChannel.open(file, StandardOpenOption.WRITE).lock());
		holder.destroy();
	}

	private static void processes(Recording recording) throws Exception {
		Process process = new ProcessBuilder("sleep", "60").start();
		recording.both("process: waits for the end of a child process", process::waitFor);
		recording.both("process: waits for the end of a child process", () -> process.waitFor(1, TimeUnit.HOURS));
		recording.platform("file: reads from a file or a pipe", () -> process.getInputStream().read());
		recording.platform("file: reads from a file or a pipe", () -> process.getErrorStream().read());
		recording.named("idle: waits for the end of a child process", (name) -> name.startsWith("process reaper"));
	}

	private static void services(Recording recording) throws Exception {
		SilentServer server = new SilentServer();
		URI uri = URI.create("http://127.0.0.1:" + server.port() + "/");
		recording.both("remote: waits for an HTTP response (JDK HttpClient)",
				() -> HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()));
		recording.both("remote: waits for an HTTP response (HttpURLConnection)", () -> {
			URL url = uri.toURL();
			try (InputStream in = url.openStream()) {
				in.read();
			}
		});
		recording.both("directory: waits for an LDAP server",
				() -> lookUp("com.sun.jndi.ldap.LdapCtxFactory", "ldap://127.0.0.1:" + server.port() + "/dc=example"));
		try (DatagramSocket dns = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
			recording.platform("name-lookup: looks a name up in DNS", () -> lookUp("com.sun.jndi.dns.DnsContextFactory",
					"dns://127.0.0.1:" + dns.getLocalPort() + "/example.com"));
		}
	}

	private static void lookUp(String factory, String url) throws Exception {
		Hashtable<String, String> settings = new Hashtable<>();
		settings.put(Context.INITIAL_CONTEXT_FACTORY, factory);
		settings.put(Context.PROVIDER_URL, url);
		settings.put("com.sun.jndi.dns.timeout.initial", "60000");
		new InitialDirContext(settings).getAttributes("");
	}

	private static void jvm(Recording recording) throws Exception {
		recording.both("idle: waits for references", () -> new ReferenceQueue<>().remove());
		recording.named("idle: waits for references", "Reference Handler"::equals);
		recording.named("idle: waits for references", "Finalizer"::equals);
		recording.named("idle: waits for references", "Common-Cleaner"::equals);
		recording.named("idle: runs no Java code", "Signal Dispatcher"::equals);
		Slow loader = new Slow();
		Extras.hold(() -> loader.loadClass("Shop"));
		recording.platform("class-loading: waits for a class loader", () -> loader.loadClass("Shop"));
		if (Runtime.version().feature() >= 21) {
			Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, (Runnable) SystemScenes::spin);
			recording.standing("running: carries a virtual thread", "java.lang.VirtualThread.runContinuation");
		}
	}

	private static void spin() {
		long end = System.nanoTime() + 20_000_000_000L;
		while (System.nanoTime() < end) {
			Thread.onSpinWait();
		}
	}

	/**
	 * Look a name up at a server that {@code record} has made the system's, and that
	 * never answers.
	 */
	private static void names(Recording recording) throws Exception {
		Extras.keep(new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53)));
		recording.platform("name-lookup: looks a host name up", () -> InetAddress.getByName("shop.example.com"));
		recording.platform("name-lookup: waits for another thread that looks the same host name up",
				() -> InetAddress.getByName("shop.example.com"));
	}

	private static void remote(Recording recording) throws Exception {
		Shop quick = () -> 1;
		((Shop) UnicastRemoteObject.exportObject(quick, 0)).sell();
		recording.standing("idle: waits for a call by RMI", "TCPTransport.handleMessages");
		Shop slow = () -> {
			Extras.sleep();
			return 0;
		};
		Shop stub = (Shop) UnicastRemoteObject.exportObject(slow, 0);
		recording.both("remote: waits for an answer by RMI", stub::sell);
		Extras.keep(quick);
		Extras.keep(slow);
	}

	private interface Shop extends java.rmi.Remote {

		int sell() throws java.rmi.RemoteException;

	}

	private static final class Slow extends ClassLoader {

		@Override
		protected Class<?> findClass(String name) {
			Extras.sleep();
			throw new IllegalStateException();
		}

	}

}
