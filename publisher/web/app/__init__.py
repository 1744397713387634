"""The app in the browser: a face over ``publish``, for people without a terminal.

    browser -- site (guard, visits, documents) -- pool -- worker processes (desk: Publication)

The server keeps what belongs to whom and lets in who may come; it reads no speech itself. Each job
is done by a worker process that may take so much time and memory and no more. What a worker keeps
in memory is only there to be faster: every job names the file, and the author's word stands in
``<stem>.toml`` beside it, so that the command line comes to the same.
"""
