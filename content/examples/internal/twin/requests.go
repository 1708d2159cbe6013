package twin

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
)

// request is one export as a collector would have got it. In JSON the body is base64.
type request struct {
	Path        string `json:"path"`
	ContentType string `json:"contentType"`
	Body        []byte `json:"body"`
}

// requests is a RoundTripper that keeps every request and answers 200. The mutex is held across nothing that waits.
type requests struct {
	mu   sync.Mutex
	kept []request
}

// RoundTrip implements [http.RoundTripper].
func (r *requests) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err := errors.Join(err, req.Body.Close()); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.kept = append(r.kept, request{req.URL.Path, req.Header.Get("Content-Type"), body})
	return &http.Response{
		Status:     "200 OK",
		StatusCode: http.StatusOK,
		Header:     http.Header{"Content-Type": {req.Header.Get("Content-Type")}},
		Body:       io.NopCloser(bytes.NewReader(nil)),
		Request:    req,
	}, nil
}

// write puts the requests into folder/<package>/run-<n>.json, where n is the first number that is free and the package
// is named by its folder below the module.
func (r *requests) write(folder string) error {
	below, err := packageFolder()
	if err != nil {
		return err
	}
	folder = filepath.Join(folder, below)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	text, err := json.Marshal(r.kept)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		name := filepath.Join(folder, fmt.Sprintf("run-%d.json", n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return err
		}
		_, err = file.Write(text)
		return errors.Join(err, file.Close())
	}
}

// packageFolder is the folder of the package under test, which go test runs in, below the one that holds go.mod.
func packageFolder() (string, error) {
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for root := here; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, "go.mod")); err == nil {
			return filepath.Rel(root, here)
		}
		if root == filepath.Dir(root) {
			return "", fmt.Errorf("twin: no go.mod above %s", here)
		}
	}
}
