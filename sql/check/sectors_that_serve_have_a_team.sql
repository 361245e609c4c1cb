-- Every sector of the set that serves has its default team, and every jurisdiction with teams one of last resort.
select s.jurisdiction_id, s.code as without_team
from territory.sector s
join territory.sector_set st using (jurisdiction_id, sector_set_id)
where st.serves
  and not exists (select from team.sector_default d where d.jurisdiction_id = s.jurisdiction_id and d.sector_id = s.sector_id)
union all
select distinct t.jurisdiction_id, 'last resort'
from team.team t
where not exists (select from team.team l where l.jurisdiction_id = t.jurisdiction_id and l.is_last_resort);
