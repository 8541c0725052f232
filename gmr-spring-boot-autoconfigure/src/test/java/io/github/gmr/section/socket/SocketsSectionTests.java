package io.github.gmr.section.socket;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.Check;
import io.github.gmr.content.Content;
import io.github.gmr.content.Fields;
import io.github.gmr.content.Finding;
import io.github.gmr.content.Finding.Severity;
import io.github.gmr.content.Table;
import io.github.gmr.content.Text;
import io.github.gmr.content.Value;
import io.github.gmr.section.host.FakeRoot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SocketsSection}.
 */
class SocketsSectionTests {

	private static final int CLOSE_WAIT = 8;

	private static final int LISTEN = 10;

	private final List<Closeable> open = new ArrayList<>();

	private final Map<Long, Socket> first = new HashMap<>();

	private final Map<Long, Socket> second = new HashMap<>();

	@TempDir
	private Path directory;

	private FakeRoot root;

	@BeforeEach
	void createRoot() {
		this.root = new FakeRoot(this.directory);
	}

	@AfterEach
	void close() throws IOException {
		for (Closeable closeable : this.open) {
			closeable.close();
		}
	}

	@Test
	void contentCountsConnectionsOfThisProcessByOtherEndAndState() throws Exception {
		Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN);
		for (int i = 1; i <= 8; i++) {
			this.root.link("proc/self/fd/" + i, "socket:[" + i + "]");
		}
		this.root.link("proc/self/fd/9", "pipe:[9]").file("proc/self/net/tcp", """
				  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
				   0: 00000000:1F90 00000000:0000 0A 00000000:00000003 00:00000000 00000000     0        0 1 1
				   1: 0100007F:C350 0203000A:1538 01 00000000:00000000 00:00000000 00000000     0        0 2 1
				   2: 0100007F:C351 0203000A:1538 01 00000000:00000000 00:00000000 00000000     0        0 3 1
				   3: 0100007F:C352 0203000A:1538 08 00000000:00000000 00:00000000 00000000     0        0 4 1
				   4: 0100007F:1F90 0503000A:D431 01 00000000:00000000 00:00000000 00000000     0        0 5 1
				   5: 0100007F:1F90 0603000A:D432 01 00000000:00000000 00:00000000 00000000     0        0 6 1
				   6: 0100007F:1F90 0603000A:D433 06 00000000:00000000 00:00000000 00000000     0        0 0 1
				   7: 0100007F:C353 0903000A:01BB 01 00000000:00000000 00:00000000 00000000     0        0 77 1
				  broken
				   9: nonsense rem 01 a:b 00:0 0 0 0 8 1
				""").file("proc/self/net/tcp6", """
				  sl  local_address                         remote_address                        st ...
				   0: 0000000000000000FFFF00000100007F:C353 0000000000000000FFFF00000203000A:1538 01 0:0 00:0 0 0 0 7 1
				   1: B80D0120000000000000000001000000:C354 B80D0120000000000000000002000000:01BB 01 0:0 00:0 0 0 0 8 1
				""");
		Fields fields = (Fields) new SocketsSection(new SocketFiles(this.directory.resolve("proc"))::read).content();
		assertThat(fields.values()).containsEntry("sockets", new Value(8));
		assertThat(fields.values().get("listening")).isEqualTo(
				new Table(List.of("port", "waiting to be accepted"), List.of(List.of(new Value(8080), new Value(3L)))));
		assertThat(((Table) fields.values().get("connections")).rows()).containsExactly(
				row("10.0.3.2:5432", "ESTABLISHED", 3), row("clients of port 8080", "ESTABLISHED", 2),
				row("10.0.3.2:5432", "CLOSE_WAIT", 1), row("[2001:db8:0:0:0:0:0:2]:443", "ESTABLISHED", 1));
		assertThat(fields.values()).doesNotContainKeys("finding", "not shown");
	}

	@Test
	void contentWhenNoSocketIsMissingReadsNoFurtherFile() throws Exception {
		this.root.link("proc/self/fd/1", "socket:[1]")
			.link("proc/self/fd/2", "socket:[2]")
			.file("proc/self/net/unix", """
					Num       RefCount Protocol Flags    Type St Inode Path
					0000000000000001: 00000002 00000000 00010000 0001 01 77 /run/other
					0000000000000002: 00000003 00000000 00000000 0001 03 2
					""")
			.file("proc/self/net/tcp6",
					"""
							   0: 0000000000000000FFFF00000100007F:C353 0000000000000000FFFF00000203000A:1538 01 0:0 00:0 0 0 0 1 1
							""")
			.file("proc/self/net/tcp/not-a-file", "");
		Fields fields = (Fields) new SocketsSection(new SocketFiles(this.directory.resolve("proc"))::read).content();
		assertThat(fields.values()).containsEntry("sockets", new Value(1));
	}

	@Test
	void contentWhenSystemDoesNotTellSaysSo() throws Exception {
		Fields fields = (Fields) new SocketsSection(new SocketFiles(this.directory.resolve("missing"))::read).content();
		assertThat(fields.values()).containsEntry("sockets", new Text("unknown"));
		assertThat(fields.checks()).extracting(Check.Result::outcome)
			.containsExactly(Check.Outcome.NOT_POSSIBLE, Check.Outcome.NOT_POSSIBLE);
	}

	@Test
	void contentWhenThereAreManyOtherEndsShowsTheLargest() throws Exception {
		for (int i = 1; i <= 30; i++) {
			this.first.put((long) i, new Socket(i, 1, 40_000 + i, "0203000A", i, 0));
		}
		this.first.put(31L, new Socket(31, 1, 41_000, "0203000A", 30, 0));
		Fields fields = content();
		List<List<Content>> rows = ((Table) fields.values().get("connections")).rows();
		assertThat(rows).hasSize(20).first().isEqualTo(row("10.0.3.2:30", "ESTABLISHED", 2));
		assertThat(fields.values()).containsEntry("not shown", new Value(10L));
	}

	@ParameterizedTest
	@CsvSource({ "19, ", "20, INFO", "99, INFO", "100, WARNING" })
	void contentWhenConnectionsAreNotClosedRaisesFinding(int count, Severity severity) throws Exception {
		for (int i = 1; i <= count; i++) {
			this.first.put((long) i, new Socket(i, CLOSE_WAIT, 40_000 + i, "0203000A", (i > 3) ? 443 : 80, 0));
		}
		this.second.putAll(this.first);
		assertFinding(severity, "%d connections were closed by the other end and are still open here, "
				+ "%d of them with 10.0.3.2:443", count, count - 3);
	}

	@Test
	void contentWhenClientsHaveGoneTellsPort() throws Exception {
		this.first.put(1000L, new Socket(1000, LISTEN, 8080, "00000000", 0, 0));
		for (int i = 1; i <= 20; i++) {
			this.first.put((long) i, new Socket(i, CLOSE_WAIT, 8080, "0203000A", 40_000 + i, 0));
		}
		this.second.putAll(this.first);
		assertFinding(Severity.INFO, "20 connections were closed by the other end and are still open here, "
				+ "20 of them with clients of port 8080");
	}

	@Test
	void contentWhenConnectionsAreClosedSoonDoesNotWarn() throws Exception {
		for (int i = 1; i <= 200; i++) {
			this.first.put((long) i, new Socket(i, CLOSE_WAIT, 40_000 + i, "0203000A", 443, 0));
			this.second.put((long) i + 150, new Socket(i + 150, CLOSE_WAIT, 40_000 + i, "0203000A", 443, 0));
		}
		this.second.keySet().removeIf((inode) -> inode < 185);
		assertFinding(null, "");
	}

	@ParameterizedTest
	@CsvSource({ "4, 4, ", "5, 5, 5", "50, 7, 7", "51, 51, 51", "50, 0, ", "0, 50, " })
	void contentWhenConnectionsWaitToBeAcceptedWarns(int before, int after, Integer waiting) throws Exception {
		this.first.put(1L, new Socket(1, LISTEN, 9090, "00000000", 0, before));
		this.second.put(1L, new Socket(1, LISTEN, 9090, "00000000", 0, after));
		assertFinding((waiting != null) ? Severity.WARNING : null,
				"%d connections wait to be accepted at port 9090: further ones will wait, too, or be refused", waiting);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void contentOfThisProcessTellsTheTruth() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			for (int i = 0; i < 20; i++) {
				connect(server);
				server.accept().close();
			}
			for (int i = 0; i < 6; i++) {
				connect(server);
			}
			int port = server.getLocalPort();
			Awaitility.await().untilAsserted(() -> {
				Fields fields = (Fields) new SocketsSection().content();
				assertThat(((Table) fields.values().get("connections")).rows())
					.contains(row("127.0.0.1:" + port, "CLOSE_WAIT", 20), row("127.0.0.1:" + port, "ESTABLISHED", 6));
				assertThat(summaries(fields)).contains(
						"6 connections wait to be accepted at port %d: further ones will wait, too, or be refused"
							.formatted(port),
						"20 connections were closed by the other end and are still open here, 20 of them with 127.0.0.1:"
								+ port);
			});
		}
	}

	private void connect(ServerSocket server) throws IOException {
		this.open.add(new java.net.Socket(server.getInetAddress(), server.getLocalPort()));
	}

	private void assertFinding(Severity severity, String summary, Object... args) throws Exception {
		Fields fields = content();
		assertThat(summaries(fields)).isEqualTo((severity != null) ? List.of(summary.formatted(args)) : List.of());
		if (severity != null) {
			assertThat(fields.values().get("finding")).extracting("severity").isEqualTo(severity);
		}
	}

	private Fields content() throws Exception {
		List<Map<Long, Socket>> looks = new ArrayList<>(List.of(this.first, this.second));
		return (Fields) new SocketsSection(() -> looks.remove(0)).content();
	}

	private static List<String> summaries(Fields fields) {
		return fields.values()
			.values()
			.stream()
			.filter(Finding.class::isInstance)
			.map((finding) -> ((Finding) finding).summary())
			.toList();
	}

	private static List<Content> row(String peer, String state, long count) {
		return List.of(new Text(peer), new Text(state), new Value(count));
	}

}
