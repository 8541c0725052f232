package io.github.gmr.redact.find;

import java.util.Map;
import java.util.Set;

import io.github.gmr.redact.name.Quantity;
import io.github.gmr.redact.name.Shape;
import io.github.gmr.redact.text.Marks;
import io.github.gmr.redact.text.Prose;
import io.github.gmr.redact.text.SecretFinder;
import org.jspecify.annotations.Nullable;

/**
 * Finds passwords among the arguments of commands that do not name them:
 * {@code curl -u user:x}, {@code redis-cli -a x}, and {@code -p x} of any command that is
 * told a user by {@code -u}.
 */
final class Commands implements SecretFinder {

	private static final Map<String, String> OPTIONS = Map.ofEntries(Map.entry("sshpass", "p"),
			Map.entry("redis-cli", "a"), Map.entry("login", "p"), Map.entry("mongo", "p"), Map.entry("mongosh", "p"),
			Map.entry("mongodump", "p"), Map.entry("ldapsearch", "w"), Map.entry("ldapmodify", "w"),
			Map.entry("ldapadd", "w"), Map.entry("sqlcmd", "P"), Map.entry("bcp", "P"), Map.entry("zip", "P"),
			Map.entry("unzip", "P"), Map.entry("openssl", "k"), Map.entry("curl", "b"), Map.entry("snmpwalk", "cAX"),
			Map.entry("snmpget", "cAX"), Map.entry("snmpset", "cAX"), Map.entry("snmptrap", "cAX"),
			Map.entry("ipmitool", "P"), Map.entry("ssh-keygen", "N"), Map.entry("http", "a"), Map.entry("beeline", "p"),
			Map.entry("sqlline", "p"), Map.entry("cqlsh", "p"), Map.entry("ldappasswd", "swa"),
			Map.entry("ldapdelete", "w"), Map.entry("mongorestore", "p"), Map.entry("mongoexport", "p"),
			Map.entry("isql", "P"), Map.entry("tsql", "P"), Map.entry("rabbitmqadmin", "p"),
			Map.entry("clickhouse-client", "p"), Map.entry("influx", "t"));

	/**
	 * Take a password only where it follows its option without a space, and ask for it
	 * else.
	 */
	private static final Map<String, String> ATTACHED = Map.of("mysql", "p", "mysqldump", "p", "mysqladmin", "p",
			"mariadb", "p", "mariadb-dump", "p", "mysqlimport", "p", "7z", "p", "7za", "p");

	/**
	 * Take a user, a slash and a password as an argument.
	 */
	private static final Set<String> LOGONS = Set.of("sqlplus", "sqlldr", "expdp", "impdp");

	private static final Set<String> USER_OPTIONS = Set.of("-u", "--user", "-U", "--proxy-user", "-D", "--username");

	private static final String LETTERS_AFTER_USER = "pPw";

	private static final int MIN_ATTACHED = 5;

	private static final String BETWEEN = ":%,";

	private static final Set<String> TYPES = Set.of(".jar", ".sh", ".exe", ".bat", ".py");

	@Override
	public void find(String text, Marks marks) {
		findLogin(text, marks);
		if (text.contains(" -") || text.contains("\"-") || text.contains("sqlplus ") || text.contains("sqlldr ")
				|| text.contains("pdp ")) {
			new Line(text, marks).find();
		}
	}

	/**
	 * Mark the password of a {@code netrc} file.
	 */
	private static void findLogin(String text, Marks marks) {
		int login = text.indexOf("login ");
		int password = (login >= 0) ? text.indexOf("password ", login) : -1;
		if (password > 0 && Character.isWhitespace(text.charAt(password - 1))) {
			Argument argument = Argument.after(text, password + "password".length());
			if (argument != null) {
				marks.mark(argument.start(), argument.end());
			}
		}
	}

	/**
	 * One walk over the arguments of one or more commands.
	 */
	private static final class Line {

		private final String text;

		private final Marks marks;

		private String letters = "";

		private String attached = "";

		/**
		 * What follows {@code -p} before a user is told.
		 */
		private @Nullable Argument early;

		private boolean logon;

		private boolean htpasswd;

		Line(String text, Marks marks) {
			this.text = text;
			this.marks = marks;
		}

		void find() {
			Argument argument = Argument.after(this.text, 0);
			while (argument != null) {
				Argument next = Argument.after(this.text, argument.end());
				if (argument.isOption()) {
					option(argument, next);
				}
				else {
					command(argument);
				}
				argument = next;
			}
		}

		private void command(Argument argument) {
			String word = argument.text();
			String name = program(word);
			if (this.logon && word.indexOf('/') > 0) {
				int at = word.lastIndexOf('@');
				this.marks.mark(argument.start() + word.indexOf('/') + 1,
						argument.start() + ((at > 0) ? at : word.length()));
			}
			this.logon = LOGONS.contains(name) || (this.logon && word.indexOf('/') < 0);
			this.letters = OPTIONS.getOrDefault(name, this.letters);
			this.attached = ATTACHED.getOrDefault(name, this.attached);
			this.htpasswd |= name.equals("htpasswd");
		}

		/**
		 * Return the name of a program without its directory and the type of its file.
		 */
		private static String program(String word) {
			String file = word.substring(word.lastIndexOf('/') + 1);
			int dot = file.lastIndexOf('.');
			return (dot > 0 && TYPES.contains(file.substring(dot))) ? file.substring(0, dot) : file;
		}

		private void option(Argument option, @Nullable Argument next) {
			String word = option.text();
			if (USER_OPTIONS.contains(word) && next != null && !next.isOption()) {
				user(next);
			}
			else if (word.length() == 2 && next != null && !next.isOption() && takes(this.letters, word)) {
				password(word.charAt(1), next);
			}
			else if (word.equals("-p") && next != null && !next.isOption()) {
				this.early = next;
			}
			else if (word.length() > 2
					&& (takes(this.letters, word) || takes(this.attached, word) || isPassword(word))) {
				password(option.start() + (word.charAt(2) == '\'' || word.charAt(2) == '"' ? 3 : 2), option.end());
			}
			else if (this.htpasswd && word.indexOf('b') > 0) {
				this.marks.mark(option.end() + 1, this.text.length());
			}
		}

		/**
		 * Return whether a password follows {@code -p} without a space, whatever the
		 * command.
		 */
		private static boolean isPassword(String option) {
			String value = option.substring(2);
			boolean word = value.chars().allMatch((ch) -> ch >= 'A' && ch <= 'Z');
			return option.startsWith("-p") && value.length() >= MIN_ATTACHED && value.indexOf('=') < 0
					&& value.indexOf('.') < 0 && (word || Prose.isUnusual(value));
		}

		private static boolean takes(String letters, String option) {
			return letters.indexOf(option.charAt(1)) >= 0;
		}

		private void user(Argument user) {
			String word = user.text();
			int end = 0;
			while (end < word.length() && BETWEEN.indexOf(word.charAt(end)) < 0) {
				end++;
			}
			if (end < word.length() && !Quantity.matches(word)) {
				this.marks.mark(user.start() + end + 1, user.end());
			}
			else if (this.letters.isEmpty() && this.attached.isEmpty()) {
				this.letters = LETTERS_AFTER_USER;
				if (this.early != null && Prose.isUnusual(this.early.text())) {
					password(this.early.start(), this.early.end());
				}
			}
		}

		/**
		 * Mark what follows an option. Behind that for cookies a file may stand.
		 */
		private void password(char option, Argument value) {
			if (option != 'b' || value.text().indexOf('=') >= 0) {
				password(value.start(), value.end());
			}
		}

		/**
		 * Mark a password, unless it is a port.
		 */
		private void password(int start, int end) {
			String value = this.text.substring(start, end);
			boolean ports = value.indexOf(':') > 0 && Quantity.matches(value);
			if (!ports && !Shape.SMALL_NUMBER.admits(value)) {
				this.marks.mark(start, end);
			}
		}

	}

	/**
	 * An argument, without the quotation marks and signs of a list around it.
	 */
	private record Argument(String line, int start, int end) {

		private static final String AROUND = "\"'[](){},";

		static @Nullable Argument after(String line, int index) {
			int start = index;
			while (start < line.length() && isBetween(line.charAt(start))) {
				start++;
			}
			int end = start;
			while (end < line.length() && !Character.isWhitespace(line.charAt(end)) && !isEndInList(line, end)) {
				end++;
			}
			while (end > start && AROUND.indexOf(line.charAt(end - 1)) >= 0) {
				end--;
			}
			return (start < line.length()) ? new Argument(line, start, end) : null;
		}

		private static boolean isBetween(char ch) {
			return Character.isWhitespace(ch) || AROUND.indexOf(ch) >= 0;
		}

		private static boolean isEndInList(String line, int index) {
			return line.startsWith("\",\"", index) || line.startsWith("','", index);
		}

		String text() {
			return this.line.substring(this.start, this.end);
		}

		boolean isOption() {
			return this.end - this.start > 1 && this.line.charAt(this.start) == '-';
		}

	}

}
