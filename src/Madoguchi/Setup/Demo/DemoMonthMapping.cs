using Madoguchi.Cases;
using Madoguchi.Desks;
using Madoguchi.Desks.OnDuty;
using Madoguchi.Incidents;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup.Demo;

/// <summary>A fire that was put out last week, and a break that was taken this morning: the month and one's own day have something to show.</summary>
public static class DemoMonthMapping
{
    extension(Db db)
    {
        public async Task TellOfTheFire(CurrentAgent lead, CurrentAgent rests, DateTimeOffset now)
        {
            var began = (now - DemoStories.FireBegan).ToMicroseconds();
            var until = began.AddHours(2);
            var hit = await db.Cases.AsNoTracking().Where(c => c.OpenedAt >= began && c.OpenedAt < until && c.Product == "ミナモID").Select(c => new { c.Id, c.OpenedAt }).ToListAsync(CancellationToken.None);
            var incident = new Incident
            {
                Id = Id<Incident>.New(), Title = "ミナモIDにログインできない", PublicJa = "ミナモIDにログインできない", PublicEn = "Signing in to Minamo ID fails", Severity = Severity.Major, State = IncidentState.Resolved, Product = "ミナモID",
                ErrorText = DemoStories.FireError, Since = began, CollectsFrom = began, DeclaredAt = began.AddMinutes(41), ResolvedAt = began.AddMinutes(96), ChangedAt = began.AddMinutes(96), ById = lead.Id, ByName = lead.Name, LeadId = lead.Id, LeadName = lead.Name,
            };
            db.Add(incident);
            db.AddRange(hit.Select(c => new IncidentCase
            {
                IncidentId = incident.Id, CaseId = c.Id, How = Collected.Fitted, At = c.OpenedAt > incident.DeclaredAt ? c.OpenedAt : incident.DeclaredAt, AskedAt = incident.ResolvedAt, WorksAgain = true, AnsweredAt = incident.ResolvedAt,
            }));
            db.Add(new DutyStep { AgentId = rests.Id, At = (now - TimeSpan.FromMinutes(100)).ToMicroseconds(), State = DutyState.Break });
            db.Add(new DutyStep { AgentId = rests.Id, At = (now - TimeSpan.FromMinutes(82)).ToMicroseconds(), State = DutyState.Available });
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
