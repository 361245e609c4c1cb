-- Why: whoever reads what lies in a box in pages read and sorted all that lies in it for each page: half a second where a city is dense. Plot by
-- plot, in the order of this index, a page ends as soon as it is full. Without the jurisdiction, which seldom shares a plot with another: with it,
-- the index would hold the whole key, and single requests might be looked up in it.

create index request_plot on request.request (cells.plot(location3857), request_id);
