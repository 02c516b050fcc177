"""Plan views: what the dashboard of a plan may say, part by part."""
