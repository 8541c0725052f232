/* A wall clock that is wrong by the seconds a file holds. Other clocks stay right. */

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static const volatile long *wrong;

__attribute__((constructor)) static void map(void) {
	int file = open(getenv("CLOCK"), O_RDONLY);
	void *mapped = mmap(NULL, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
	if (mapped == MAP_FAILED) {
		_exit(77);
	}
	wrong = mapped;
	close(file);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
	int result = syscall(SYS_clock_gettime, clock, now);
	if (result == 0 && clock == CLOCK_REALTIME) {
		now->tv_sec += *wrong;
	}
	return result;
}
