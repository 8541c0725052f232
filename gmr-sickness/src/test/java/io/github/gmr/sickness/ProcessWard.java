package io.github.gmr.sickness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Conditions of the processes that the application has started.
 */
@Configuration(proxyBeanMethods = false)
class ProcessWard {

	@Bean("sick zombie-processes")
	Condition manyEndedProcesses() {
		return new Orphanage(40, 0);
	}

	@Bean("well zombie-processes")
	Condition runningProcesses() {
		return new Orphanage(10, 40);
	}

	/**
	 * A process that has children and waits for none of them.
	 *
	 * @param ended how many of the children end
	 * @param running how many go on
	 */
	private record Orphanage(int ended, int running, Deque<Process> parents) implements Condition {

		private Orphanage(int ended, int running) {
			this(ended, running, new ArrayDeque<>());
		}

		@Override
		public void begin() throws Exception {
			String script = "for i in $(seq %d); do sleep 5 & done; for i in $(seq %d); do sleep 300 & done; exec sleep 300"
				.formatted(this.ended, this.running);
			Process parent = new ProcessBuilder("sh", "-c", script).start();
			this.parents.add(parent);
			Crowd.await(() -> children(parent).stream().filter(Orphanage::isZombie).count() == this.ended);
		}

		private static List<ProcessHandle> children(Process parent) {
			return parent.children().toList();
		}

		private static boolean isZombie(ProcessHandle process) {
			try {
				return Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")).contains("State:\tZ");
			}
			catch (IOException ex) {
				return false;
			}
		}

		@Override
		public void end() throws Exception {
			while (!this.parents.isEmpty()) {
				Process parent = this.parents.remove();
				List<ProcessHandle> children = children(parent);
				parent.destroyForcibly().waitFor();
				children.forEach(ProcessHandle::destroyForcibly);
			}
		}

	}

}
