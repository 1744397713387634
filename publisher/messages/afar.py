"""Stores and clusters: what may be said of computers elsewhere."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    # --- stores ----------------------------------------------------------------------------
    "store-extra": (
        "读写这类存储需要的组件没有安装",
        "what reads this kind of store is not installed",
    ),
    "store-extra.hint": (
        "请安装：pip install publisher[{name}]（见 docs/scale.md）",
        "install it: pip install publisher[{name}] (see docs/scale.md)",
    ),
    "store-unknown": (
        "不认识这类存储：{detail}",
        "there is no such kind of store: {detail}",
    ),
    "store-unknown.hint": (
        "请检查网址开头，例如 s3://、sftp://、hdfs://",
        "check how the address begins: s3://, sftp://, hdfs:// …",
    ),
    "store-unread": ("从存储中读不到：{detail}", "the store does not give it: {detail}"),
    "store-unread.hint": (
        "请检查网址、密钥和网络，再运行一次：已完成的不会重做",
        "check the address, the keys and the network, and run it again: what is done stays done",
    ),
    "store-unwritten": ("无法写入存储：{detail}", "the store does not take it: {detail}"),
    "store-unwritten.hint": (
        "请检查写入权限、空间和网络，再运行一次：已完成的不会重做",
        "check the rights, the room and the network, and run it again: what is done stays done",
    ),
    # --- clusters --------------------------------------------------------------------------
    "engine-unknown": (
        "没有“{name}”这种引擎，可用：{known}",
        "there is no engine “{name}”; there are: {known}",
    ),
    "engine-unknown.hint": (
        "本机用 local，集群用 dask",
        "local is this machine, dask is a cluster",
    ),
    "scheduler-alone": (
        "--scheduler 只用于 --engine dask",
        "--scheduler is for --engine dask alone",
    ),
    "scheduler-alone.hint": ("请加上 --engine dask", "add --engine dask"),
    "cluster-extra": ("没有安装 Dask", "Dask is not installed"),
    "cluster-extra.hint": (
        "请安装：pip install publisher[dask]",
        "install it: pip install publisher[dask]",
    ),
    "cluster-silent": (
        "Dask 调度器没有应答，或没有工作进程：{detail}",
        "the Dask scheduler does not answer, or has no workers: {detail}",
    ),
    "cluster-silent.hint": (
        "请检查 --scheduler 的地址（例如 tcp://主机:8786），并确认已有 dask worker",
        "check the address of --scheduler (tcp://host:8786), and that a dask worker is running",
    ),
    "cluster-gone": (
        "与 Dask 调度器的连接断了",
        "the Dask scheduler went away",
    ),
    "cluster-gone.hint": (
        "请恢复集群后再运行一次：已完成的不会重做",
        "start the cluster, and run it again: what is done stays done",
    ),
    # --- help and doctor -------------------------------------------------------------------
    "help.engine": (
        "在哪里处理：local 本机（默认），dask 集群",
        "where the work is done: local (by default), or dask: on a cluster",
    ),
    "help.scheduler": (
        "Dask 调度器的地址，例如 tcp://主机:8786；不写则在本机启动",
        "the Dask scheduler, such as tcp://host:8786; without it, one on this machine",
    ),
    "doctor.stores": ("存储（fsspec） {detail}", "stores (fsspec) {detail}"),
    "doctor.stores.hint": (
        "要读写 s3:// 等存储：pip install publisher[stores]",
        "for s3:// and other stores: pip install publisher[stores]",
    ),
    "doctor.cluster": ("集群（Dask） {detail}", "cluster (Dask) {detail}"),
    "doctor.cluster.hint": (
        "要用集群：pip install publisher[dask]",
        "for a cluster: pip install publisher[dask]",
    ),
}
