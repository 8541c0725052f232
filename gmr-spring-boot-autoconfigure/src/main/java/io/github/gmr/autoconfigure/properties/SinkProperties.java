package io.github.gmr.autoconfigure.properties;

import java.nio.file.Path;

import io.github.gmr.engine.OutputSettings;
import io.github.gmr.engine.OutputSettings.Stderr.Use;
import io.github.gmr.sink.FileSink;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Properties of where published reports go.
 */
public class SinkProperties {

	private final Stderr stderr = new Stderr();

	private final File file = new File();

	public Stderr getStderr() {
		return this.stderr;
	}

	public File getFile() {
		return this.file;
	}

	/**
	 * Reports on standard error.
	 */
	public static class Stderr {

		/**
		 * Whether reports are written to standard error. Unless set, they are if no other
		 * sink took them.
		 */
		private @Nullable Boolean enabled;

		/**
		 * Format of reports on standard error.
		 */
		private String format = "text";

		/**
		 * Size of a report on standard error, beyond which its longest sections lose
		 * their ends.
		 */
		private DataSize maxSize = DataSize.ofMegabytes(1);

		public @Nullable Boolean getEnabled() {
			return this.enabled;
		}

		public void setEnabled(@Nullable Boolean enabled) {
			this.enabled = enabled;
		}

		public String getFormat() {
			return this.format;
		}

		public void setFormat(String format) {
			this.format = format;
		}

		public DataSize getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(DataSize maxSize) {
			this.maxSize = Ranges.atLeast("gmr.sink.stderr.max-size", maxSize, DataSize.ofKilobytes(16));
		}

		/**
		 * Return how standard error is used.
		 * @return the settings
		 */
		OutputSettings.Stderr settings() {
			return new OutputSettings.Stderr(use(), this.format, this.maxSize.toBytes());
		}

		private Use use() {
			if (this.enabled == null) {
				return Use.UNLESS_DELIVERED;
			}
			return this.enabled ? Use.ALWAYS : Use.NEVER;
		}

	}

	/**
	 * Reports in files.
	 */
	public static class File {

		/**
		 * Whether reports are written to files. Takes effect if a directory is set.
		 */
		private boolean enabled = true;

		/**
		 * Directory of report files. Created if it is missing, readable by its owner
		 * only.
		 */
		private @Nullable Path directory;

		/**
		 * Format of report files.
		 */
		private String format = "text";

		/**
		 * Number of report files to keep.
		 */
		private int maxFiles = 20;

		/**
		 * Total size of report files to keep.
		 */
		private DataSize maxTotalSize = DataSize.ofMegabytes(256);

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public @Nullable Path getDirectory() {
			return this.directory;
		}

		public void setDirectory(@Nullable Path directory) {
			this.directory = (directory != null && !directory.toString().isEmpty()) ? directory : null;
		}

		public String getFormat() {
			return this.format;
		}

		public void setFormat(String format) {
			this.format = format;
		}

		public int getMaxFiles() {
			return this.maxFiles;
		}

		public void setMaxFiles(int maxFiles) {
			this.maxFiles = Ranges.positive("gmr.sink.file.max-files", maxFiles);
		}

		public DataSize getMaxTotalSize() {
			return this.maxTotalSize;
		}

		public void setMaxTotalSize(DataSize maxTotalSize) {
			this.maxTotalSize = maxTotalSize;
		}

		/**
		 * Create the sink that writes to files.
		 * @return the sink
		 * @throws IllegalStateException if there is no directory
		 */
		public FileSink sink() {
			Assert.state(this.directory != null, "'gmr.sink.file.directory' is not set");
			return new FileSink(this.directory, this.maxFiles, this.maxTotalSize.toBytes());
		}

	}

}
