"""Charts: numbers to bars, lines and a Plotly figure; knows no view and no markup."""
