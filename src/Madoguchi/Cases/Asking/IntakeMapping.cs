using Madoguchi.Desks;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Cases.Asking;

public static class IntakeMapping
{
    extension(Db db)
    {
        /// <summary>What a desk asks, in its order; null when there is no such desk.</summary>
        public async Task<Intake?> Intake(string slug, CancellationToken ct)
        {
            if (!await db.Desks.AnyAsync(d => d.Slug == slug, ct))
                return null;
            var questions = await db.Set<IntakeQuestion>().AsNoTracking().Where(q => db.Set<Desk>().Any(d => d.Id == q.DeskId && d.Slug == slug)).OrderBy(q => q.Position).ToListAsync(ct);
            return new Intake([.. questions.Select(IntakeItem.Of)]);
        }

        /// <summary>Replaces the whole list. What was asked and told before stays as it was.</summary>
        public async Task<Intake?> SetIntake(string slug, Intake intake)
        {
            if (await db.Desks.AsNoTracking().SingleOrDefaultAsync(d => d.Slug == slug, CancellationToken.None) is not { } desk)
                return null;
            // Two administrators at once: the desk's row is the lock.
            _ = await db.Lock(desk.Id).AsNoTracking().SingleAsync(CancellationToken.None);
            await db.Set<IntakeQuestion>().Where(q => q.DeskId == desk.Id).ExecuteDeleteAsync(CancellationToken.None);
            var questions = intake.Questions.Select((q, i) => q.At(desk.Id, i)).ToList();
            db.Set<IntakeQuestion>().AddRange(questions);
            await db.SaveChangesAsync(CancellationToken.None);
            return new Intake([.. questions.Select(IntakeItem.Of)]);
        }
    }
}
