package io.github.gmr.demo;

import java.util.List;
import java.util.Optional;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Makes the demo sick on purpose, and well again: {@code POST /sickness/deadlock} and
 * {@code DELETE /sickness/deadlock}. Nothing a real application should have.
 */
@RestController
@RequestMapping("/sickness")
class SicknessController {

	private final List<Sickness> sicknesses;

	SicknessController(List<Sickness> sicknesses) {
		this.sicknesses = sicknesses;
	}

	@GetMapping
	List<String> names() {
		return this.sicknesses.stream().map(Sickness::name).sorted().toList();
	}

	@PostMapping("/{name}")
	ResponseEntity<Void> begin(@PathVariable String name) throws InterruptedException {
		Optional<Sickness> sickness = find(name);
		if (sickness.isPresent()) {
			sickness.get().begin();
		}
		return answer(sickness);
	}

	@DeleteMapping("/{name}")
	ResponseEntity<Void> end(@PathVariable String name) {
		Optional<Sickness> sickness = find(name);
		sickness.ifPresent(Sickness::end);
		return answer(sickness);
	}

	private Optional<Sickness> find(String name) {
		return this.sicknesses.stream().filter((sickness) -> sickness.name().equals(name)).findFirst();
	}

	private static ResponseEntity<Void> answer(Optional<Sickness> sickness) {
		return (sickness.isPresent() ? ResponseEntity.noContent() : ResponseEntity.notFound()).build();
	}

}
