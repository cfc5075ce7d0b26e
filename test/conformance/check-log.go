// check-log FILE…: what the log of the Go project (golang.org/x/mod/sumdb/tlog) says of a record.sd-jwt with
// record.tlog-proof beside it, or of a consistency.txt between checkpoint-before.txt and the other checkpoint beside it.
// It judges the arithmetic alone: that package knows no ECDSA. Exit 1 where it refuses one.
// Debian: golang-go, golang-golang-x-mod-dev. Build: GO111MODULE=off GOPATH=/usr/share/gocode go build check-log.go
package main

import (
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Println("cannot be read:", err)
		os.Exit(1)
	}
	return value
}

func textOf(path string) string { return string(must(os.ReadFile(path))) }

func hashOf(line string) (hash tlog.Hash) {
	bytes := must(base64.StdEncoding.DecodeString(line))
	if len(bytes) != len(hash) {
		must(0, errors.New("a hash of another length"))
	}
	copy(hash[:], bytes)
	return hash
}

func hashesOf(text string) (hashes []tlog.Hash) {
	for _, line := range strings.Fields(text) {
		hashes = append(hashes, hashOf(line))
	}
	return hashes
}

func headOf(text string) (size int64, root tlog.Hash) {
	lines := strings.SplitN(text, "\n", 4)
	if len(lines) < 4 {
		must(0, errors.New("no head of a log"))
	}
	return must(strconv.ParseInt(lines[1], 10, 64)), hashOf(lines[2])
}

func isIn(record string) error {
	parts := strings.Split(textOf(record), ".")
	proof, head, found := strings.Cut(textOf(filepath.Join(filepath.Dir(record), "record.tlog-proof")), "\n\n")
	place, path, _ := strings.Cut(strings.TrimPrefix(proof, "c2sp.org/tlog-proof@v1\nindex "), "\n")
	if len(parts) < 3 || !found {
		return errors.New("no record with its proof")
	}
	entry := must(base64.RawURLEncoding.DecodeString(parts[1]))
	size, root := headOf(head)
	index := must(strconv.ParseInt(place, 10, 64))
	return tlog.CheckRecord(hashesOf(path), size, root, index, tlog.RecordHash(entry))
}

func hasGrown(way string) error {
	before := filepath.Join(filepath.Dir(way), "checkpoint-before.txt")
	olderSize, olderRoot := headOf(textOf(before))
	for _, head := range must(filepath.Glob(filepath.Join(filepath.Dir(way), "checkpoint-*.txt"))) {
		if head != before {
			size, root := headOf(textOf(head))
			return tlog.CheckTree(hashesOf(textOf(way)), size, root, olderSize, olderRoot)
		}
	}
	return errors.New("no head beside it")
}

func main() {
	for _, path := range os.Args[1:] {
		check := isIn
		if filepath.Base(path) == "consistency.txt" {
			check = hasGrown
		}
		if err := check(path); err != nil {
			fmt.Println(path+":", err)
			os.Exit(1)
		}
	}
	fmt.Println("ok")
}
