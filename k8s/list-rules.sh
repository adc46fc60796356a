#!/usr/bin/env bash
# Writes rules/kustomization.yaml: one ConfigMap for each folder of rules. Kustomize wants every file by name.
set -euo pipefail
cd "$(dirname "$0")/../rules"
{
  cat <<'TEXT'
# Written by k8s/list-rules.sh: the rules as ConfigMaps, for k8s/base.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
generatorOptions:
  # the services watch the folder: a changed rule takes effect without a restart
  disableNameSuffixHash: true
configMapGenerator:
TEXT
  for folder in acts behaviours examples messages phrases; do
    [ -d "$folder" ] || continue
    printf '  - name: rules-%s\n    files:\n' "$folder"
    find "$folder" -maxdepth 1 -type f | LC_ALL=C sort | sed 's/^/      - /'
  done
} >kustomization.yaml
