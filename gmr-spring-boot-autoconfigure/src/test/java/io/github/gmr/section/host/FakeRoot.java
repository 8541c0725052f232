package io.github.gmr.section.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A root directory with the files of Linux that a test asks for.
 */
public record FakeRoot(Path directory) {

	public FakeRoot status(Object process, char state, long uid) throws IOException {
		return file("proc/" + process + "/status", """
				Name:	Uid: 77 State: Z
				Umask:	0022
				State:	%s (whatever)
				PPid:	4
				Uid:	%d	8	9	10
				""".formatted(state, uid));
	}

	public FakeRoot file(String name, String content) throws IOException {
		Path file = this.directory.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, content);
		return this;
	}

	public FakeRoot link(String name, String target) throws IOException {
		Path link = this.directory.resolve(name);
		Files.createDirectories(link.getParent());
		Files.createSymbolicLink(link, Path.of(target));
		return this;
	}

	public FakeRoot openFiles(int count, String limit) throws IOException {
		for (int i = 0; i < count; i++) {
			file("proc/self/fd/" + i, "");
		}
		return file("proc/self/limits", """
				Limit                     Soft Limit           Hard Limit           Units
				Max processes             96365                96365                processes
				Max open files            %-20s 4096                 files
				""".formatted(limit));
	}

}
