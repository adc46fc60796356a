-- What a talk leaves in its learner's history, as JSON; null where it was not looked into and so counts neither way.
alter table message add column past text;

-- Of the messages so far only what they said is known.
update message
set past = jsonb_build_object(
    'at', to_char(composed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'judged', '[]'::jsonb,
    'turns', '{}'::jsonb,
    'strength', strength,
    'growth', growth)::text
where kind = 'COACHING';
