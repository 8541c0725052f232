package io.github.gmr.sickness;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.github.gmr.content.Finding.Severity;
import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;

import static io.github.gmr.content.Finding.Severity.CRITICAL;
import static io.github.gmr.content.Finding.Severity.INFO;
import static io.github.gmr.content.Finding.Severity.WARNING;

/**
 * What there is a finding for, in the order in which one process can suffer from one
 * after the other, and what the finding must say. The {@link Condition}s of the same name
 * are the sick patient and its healthy neighbour.
 */
public enum Sickness {

	THREADS_DEADLOCKED(CRITICAL, "Deadlock of 2 threads"),

	LOCK_CONTENDED(WARNING, "12 threads wait for one lock, .*ReentrantLock.*, held by \"cashier\".*"),

	LOCK_OWNER_IDLE(WARNING,
			"3 threads wait for .*ReentrantLock.*, and \"pool-\\d+-thread-1\" #\\d+, which holds it, "
					+ "waits for its next task"),

	THREADS_POOLS_MANY(WARNING, "1\\d\\d pools of one thread are alike, named pool-\\*-thread-\\*: 1\\d\\d idle") {

		@Override
		boolean takesTime() {
			return true;
		}

	},

	POOL_WAITS_FOR_ITSELF(INFO, "All 2 threads of pool-\\d+-thread-\\* wait for tasks that no thread runs, "
			+ "maybe of their own pool: 2 wait for the result of a task, at .*ThreadWard\\$Parents\\.deliver\\(.*"),

	POOL_EXHAUSTED(CRITICAL,
			"The connection pool of dataSource is exhausted: 3 of 3 connections are in use, 2 wait for one; "
					+ "wanted at .*PoolWard\\$Takers\\.keepBooks\\(PoolWard\\.java:\\d+\\).*"),

	REQUEST_THREADS_STUCK(CRITICAL,
			"7 of 8 request threads stand at .*WebWard\\$Shop\\.delivery\\(WebWard\\.java:\\d+\\).*"),

	REQUESTS_SLOW(WARNING,
			"2 of 2 running requests run for longer than .*, at .*WebWard\\$Shop\\.delivery\\(.*"
					+ ": GET /delivery runs for .*; 2 have not moved for .*"),

	CLIENT_CALLS_SLOW(WARNING,
			"4 calls to 127\\.0\\.0\\.1:\\d+ have no answer after more than 2000 ms, the oldest after .*, "
					+ "at .*, called at .*ClientWard\\$Bank\\.charge\\(ClientWard\\.java:\\d+\\).*"),

	WORK_STUCK(CRITICAL,
			"\".*\" #\\d+ waits for a CountDownLatch, at .*WorkWard\\$Ledger\\.book\\(WorkWard\\.java:\\d+\\); "
					+ "5 of \\d running requests wait for that in the end") {

		@Override
		boolean takesTime() {
			return true;
		}

	},

	SERVER_CONNECTIONS_EXHAUSTED(WARNING,
			"50 of 50 connections that the web server may have are open: further ones are not accepted"),

	EXECUTOR_OVERLOADED(WARNING,
			"The queue of mailExecutor is nearly full: 10 of 10 tasks wait, "
					+ "2 of 2 threads are active, at .*ExecutorWard\\$Mails\\.send\\(ExecutorWard\\.java:\\d+\\).*"),

	EXECUTOR_TASK_LONG(INFO, "2 tasks of mailExecutor have been running for at least .*, "
			+ "at .*ExecutorWard\\$Mails\\.send\\(ExecutorWard\\.java:\\d+\\).*") {

		/**
		 * The first report sees that the tasks run, the second that they still do.
		 */
		@Override
		int reports() {
			return 2;
		}

	},

	TASK_FAILED(WARNING,
			".*StockJob\\.syncStock failed in its last run, .* ago: .*IllegalStateException: "
					+ "The warehouse refused 3 of 40 items.*"),

	TASK_OVERDUE(WARNING, ".*StockJob\\.syncStock is overdue: it ran last .* ago and should run every 500 ms"),

	TASK_LONG_RUNNING(WARNING, ".*StockJob\\.syncStock runs since .*"),

	LIVENESS_BROKEN(CRITICAL, "The application says that it is broken since .*, for .*"),

	READINESS_REFUSED(WARNING, "The application refuses traffic since .*, for .*"),

	HEALTH_CHECK_DOWN(CRITICAL, "The health check warehouse says DOWN"),

	NO_ANSWER(WARNING, "No answer from printExecutor \\(1 of 3 executors\\): .*"),

	SECTION_MISSING(WARNING, "Order Book is missing: .*The order book is being rebuilt"),

	CERTIFICATE_INVALID(CRITICAL, "The certificate CN=shop\\.example\\.com of the SSL bundle shop has expired at .*"),

	CERTIFICATE_EXPIRING(WARNING, "The certificate CN=shop\\.example\\.com of the SSL bundle shop expires in \\d days"),

	CARRIERS_PINNED(WARNING, "3 virtual threads wait for a carrier, but 1 others wait and keep theirs, "
			+ "of which there should be 1: one is at .*") {

		@Override
		public int leastJava() {
			return 24;
		}

	},

	REPORT_UNDELIVERED(WARNING, "1 copy of a report did not reach its sink: report \\d+ to sink 'file': .*") {

		/**
		 * A report cannot tell of itself that it did not arrive.
		 */
		@Override
		int reports() {
			return 2;
		}

	},

	ZOMBIE_PROCESSES(WARNING,
			"40 child processes are zombies: they have ended and are not waited for, 40 of them 'sleep'"),

	CONNECTIONS_NOT_CLOSED(WARNING,
			"120 connections were closed by the other end and are still open here, 120 of them with 127\\.0\\.0\\.1:\\d+"),

	ACCEPT_QUEUE_FULL(WARNING,
			"40 connections wait to be accepted at port \\d+: further ones will wait, too, or be refused"),

	DIRECT_MEMORY_FULL(WARNING, "Direct buffers take up 6\\d MB of 64 MB that they may"),

	/**
	 * What has been logged stays: whoever comes after it has this finding as well.
	 */
	ERRORS_LOGGED(INFO, "\\d\\d errors were logged in the last 5 minutes, most often by .*StateWard"),

	CLASS_LOADERS_MANY(WARNING, "There are \\d{4} class loaders of .*JvmWard\\$PluginLoader"),

	OUT_OF_MEMORY_THROWN(WARNING,
			"OutOfMemoryError was thrown 1 times since the start(, the last time between .*Z)?: 1 for the java heap"),

	FINALIZER_STUCK(WARNING,
			"\"Finalizer\" #\\d+, which cleans up after objects that are not used any more, stands at "
					+ ".*JvmWard\\$Leftover\\.finalize\\(JvmWard\\.java:\\d+\\): \\d+ objects wait for it"),

	/**
	 * Is remembered: whoever comes after it has this finding as well.
	 */
	THREAD_DIED(WARNING,
			"\"consumer\" #\\d+ died of java\\.lang\\.IllegalStateException: the queue is closed, "
					+ "at .*DeadThreadWard\\.take\\(DeadThreadWard\\.java:\\d+\\).*, .* ago"),

	/**
	 * Nothing ends it, so whoever comes after it has this finding as well.
	 */
	CLASS_INITIALIZATION_STUCK(CRITICAL,
			"Deadlock of 2 threads that initialise classes: \".*-loader\" #\\d+ waits for .*, which #\\d+ initialises, "
					+ "\".*-loader\" #\\d+ waits for .*, which #\\d+ initialises"),

	REQUESTS_STOPPED(CRITICAL,
			"Requests have stopped: 4 run and none has ended for .*, before that \\d+ a second did; "
					+ "4 of them stand at .*WebWard\\$Shop\\.delivery\\(WebWard\\.java:\\d+\\).*",
			PatientKind.LASTING),

	THREADS_UNMOVED(WARNING,
			"4 of 4 threads packer-\\* have stood still for .*: each waits for a permit of a Semaphore, "
					+ "at .*StandstillWard\\$Packers\\.pack\\(StandstillWard\\.java:\\d+\\)",
			PatientKind.LASTING) {

		@Override
		boolean takesTime() {
			return true;
		}

	},

	THREADS_BUSY(INFO, "\"calculator\" #\\d+ has used \\d+ % of a CPU for .*, at .*StandstillWard\\$Calculator\\..*",
			PatientKind.LASTING) {

		@Override
		boolean takesTime() {
			return true;
		}

	},

	REQUESTS_FAILING(WARNING, "100 % of GET /checkout/\\{till\\} fail: 10 of 10 in the last minute, "
			+ "the last one with .*IllegalStateException at .*WebWard\\$Shop\\.checkout\\(WebWard\\.java:\\d+\\)",
			PatientKind.LASTING),

	NOTHING_RAN(WARNING, "Nothing ran for [56]\\d* m?s before .*: the JVM paused, .*", PatientKind.LASTING),

	HEAP_GROWING(WARNING,
			"What collections leave of the heap grows from \\d+ MB to \\d+ MB in .*, \\d+ MB a minute; "
					+ "it fills 240 MB in .*",
			PatientKind.CHANGING),

	THREADS_GROWING(INFO,
			"Threads become more, from \\d+ to \\d+ in .*, [\\d,]+ a minute; \\d+ of the youngest are mail-sender-\\*: "
					+ "\\d+ sleep, at .*TrendWard\\.send\\(TrendWard\\.java:\\d+\\)",
			PatientKind.CHANGING),

	FILE_DESCRIPTORS_GROWING(INFO,
			"Open file descriptors become more, from \\d+ to [\\d,]+ in .*, [\\d,]+ a minute; \\d+ of them devices.*",
			PatientKind.CHANGING),

	CLASSES_GROWING(INFO, "Loaded classes become more, from [\\d,]+ to [\\d,]+ in .*, [\\d,]+ a minute",
			PatientKind.CHANGING),

	/**
	 * The C library does not give the memory back.
	 */
	MEMORY_GROWING(INFO,
			"Memory that is neither heap, classes, code, threads nor direct buffers grows from \\d+ MB to \\d+ MB in .*, "
					+ "\\d+ MB a minute",
			PatientKind.CHANGING),

	/**
	 * Not for those who have virtual threads.
	 */
	LOCK_OWNER_GONE(CRITICAL,
			"3 threads wait for .*ReentrantLock.*, and \"archivist\" #\\d+, which holds it, has ended",
			PatientKind.SMALL),

	HEAP_FULL(WARNING, "The heap is nearly full: \\d+ MB of 160 MB are in use after the last collection",
			PatientKind.SMALL),

	METASPACE_FULL(WARNING, "Metaspace is nearly full: \\d+ MB of 128 MB are in use", PatientKind.SMALL),

	GARBAGE_COLLECTIONS_LONG(WARNING, "Garbage collections took \\d\\d\\.\\d % of the last .*", PatientKind.SMALL),

	DISK_FULL(WARNING, "The disk of temporary files is nearly full: \\d+ KB of 16 MB are free", PatientKind.CONTAINED),

	FILE_DESCRIPTORS_SCARCE(WARNING, "5\\d\\d of 600 file descriptors are open, \\d+ of them devices",
			PatientKind.CONTAINED),

	CONTAINER_MEMORY_FULL(WARNING, "The container uses 980 MB of 1024 MB of memory, at the limit it is killed",
			PatientKind.CONTAINED),

	OOM_KILL_SEEN(INFO,
			"The system has killed 2 processes of this container for lack of memory(, the last time between .*Z)?",
			PatientKind.CONTAINED),

	NATIVE_THREADS_SCARCE(WARNING, "195 of 200 native threads that the container may have are started",
			PatientKind.CONTAINED),

	CPU_THROTTLED(WARNING, "The CPU of the container was throttled in \\d\\d\\.\\d % of the last \\d+ periods",
			PatientKind.CONTAINED),

	CODE_CACHE_FULL(WARNING, "The code cache is full: nothing is compiled any more, code that is not runs slowly",
			PatientKind.CRAMPED),

	SERIAL_COLLECTOR(INFO,
			"The serial collector uses one of 8 CPUs for a heap of up to \\d+ MB, and stops the application meanwhile",
			PatientKind.SERIAL),

	COLLECTION_PAUSE_LONG(WARNING,
			"A garbage collection stopped the application for \\d+ m?s, .* ago: System\\.gc\\(\\)", PatientKind.SERIAL),

	APPLICATION_NOT_READY(INFO, ".*not ready.*", PatientKind.WAITING),

	EXPLICIT_GC(INFO, "System\\.gc\\(\\) was called \\d\\d times in .*, each a collection of the whole heap",
			PatientKind.CLOSING),

	/**
	 * The C library does not give the memory back: whoever comes after it has this
	 * finding as well.
	 */
	NATIVE_MEMORY_HIGH(INFO,
			"\\d+ MB of the \\d+ MB of memory of this process are neither heap, classes, code nor " + "direct buffers",
			PatientKind.CLOSING),

	SHUTDOWN_HANGS(WARNING,
			"The application is closing, its beans are being destroyed, for .* now: "
					+ "\"closer\" #\\d+ stands at .*StateWard\\$Archive\\.destroy\\(StateWard\\.java:\\d+\\)",
			PatientKind.CLOSING),

	SIGNALS_REDUCED(WARNING, "This JVM was started with -Xrs: it does not hear signals, nor SIGTERM",
			PatientKind.WITHOUT_SIGNALS);

	private final Severity severity;

	private final String sentence;

	private final PatientKind kind;

	Sickness(Severity severity, String sentence) {
		this(severity, sentence, PatientKind.USUAL);
	}

	Sickness(Severity severity, String sentence, PatientKind kind) {
		this.severity = severity;
		this.sentence = sentence;
		this.kind = kind;
	}

	/**
	 * Return those that one kind of patient suffers from.
	 * @param kind the kind
	 * @return those that this Java can have
	 */
	static List<Sickness> of(PatientKind kind) {
		return possible((sickness) -> sickness.kind() == kind);
	}

	/**
	 * Return those that one kind of patient is the healthy neighbour of.
	 * @param kind the kind
	 * @return those that this Java can have
	 */
	static List<Sickness> notOf(PatientKind kind) {
		return possible((sickness) -> sickness.wellKind() == kind);
	}

	private static List<Sickness> possible(Predicate<Sickness> predicate) {
		return Arrays.stream(values()).filter(Sickness::isPossible).filter(predicate).toList();
	}

	/**
	 * Return whether this Java can tell.
	 * @return whether it can
	 */
	boolean isPossible() {
		return leastJava() <= Runtime.version().feature();
	}

	/**
	 * Return the id of its finding.
	 * @return the id
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String sick() {
		return "sick " + id();
	}

	String well() {
		return "well " + id();
	}

	PatientKind kind() {
		return this.kind;
	}

	/**
	 * Return the kind of its healthy neighbour.
	 * @return the same kind, unless that alone makes it sick
	 */
	PatientKind wellKind() {
		return switch (this.kind) {
			case WAITING, CLOSING, WITHOUT_SIGNALS, CRAMPED, SERIAL -> PatientKind.USUAL;
			default -> this.kind;
		};
	}

	/**
	 * Return how many reports it takes until one has the finding.
	 * @return the number of reports, one unless there is a reason
	 */
	int reports() {
		return 1;
	}

	/**
	 * Return whether it must last for some seconds before it is one.
	 * @return whether reports that are asked for at once may not have the finding yet
	 */
	boolean takesTime() {
		return this.kind == PatientKind.CHANGING;
	}

	/**
	 * Return whether a first report can have it a minute after it began, with the limits
	 * that there are by default: whether it is not over by then, and its limit is no
	 * longer. Those are left out, too, of which the corpus has a case that is more like
	 * life.
	 * @return whether it can
	 */
	public boolean showsWithinMinute() {
		return switch (this) {
			case COLLECTION_PAUSE_LONG, CPU_THROTTLED, GARBAGE_COLLECTIONS_LONG, NOTHING_RAN, TASK_LONG_RUNNING ->
				false;
			case CLIENT_CALLS_SLOW, REQUESTS_FAILING, REQUESTS_STOPPED, SERVER_CONNECTIONS_EXHAUSTED, TASK_OVERDUE,
					THREADS_BUSY ->
				false;
			default -> this.kind != PatientKind.CHANGING && reports() == 1;
		};
	}

	/**
	 * Start a process with the limits that there are by default.
	 * @param java the Java to run on
	 * @param directory a directory for its files
	 * @return the process
	 */
	public Patient start(Path java, Path directory) {
		return this.kind.startUsual(java, directory);
	}

	/**
	 * Let the process be sick.
	 * @param patient the process
	 */
	public void begin(Patient patient) {
		if (this.kind != PatientKind.WAITING) {
			patient.tell("begin " + sick());
		}
	}

	/**
	 * Ask for a report.
	 * @param patient the process
	 * @param directory the directory for its files
	 * @return the report
	 */
	public TextReport report(Patient patient, Path directory) {
		return this.kind.report(patient, directory);
	}

	/**
	 * Return the oldest Java that can tell.
	 * @return the feature release
	 */
	public int leastJava() {
		return 17;
	}

	/**
	 * Return what the line of the finding looks like.
	 * @return the pattern, for a line with or without indentation
	 */
	public Pattern line() {
		return Pattern.compile("^ *%s: %s \\(see [^()]*\\) \\[%s\\]$".formatted(this.severity, this.sentence, id()),
				Pattern.MULTILINE);
	}

}
