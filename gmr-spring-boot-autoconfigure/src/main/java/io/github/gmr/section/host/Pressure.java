package io.github.gmr.section.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.gmr.content.FieldsBuilder;

/**
 * Shows what Linux reports about how long tasks wait for something the machine is short
 * of.
 *
 * @param files where to read
 */
public record Pressure(MachineFiles files) {

	/**
	 * Add the pressure, if this system reports it.
	 * @param fields are added to
	 */
	public void addTo(FieldsBuilder fields) {
		Map<String, String> pressure = new LinkedHashMap<>();
		for (String resource : List.of("cpu", "memory", "io")) {
			this.files.lines("proc/pressure/" + resource)
				.stream()
				.map((line) -> line.split(" ", 2))
				.filter((parts) -> parts.length == 2)
				.forEach((parts) -> pressure.put(resource + " " + parts[0], parts[1]));
		}
		if (!pressure.isEmpty()) {
			fields.add("pressure", pressure);
		}
	}

}
