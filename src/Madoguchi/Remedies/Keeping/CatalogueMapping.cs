using System.Text.RegularExpressions;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Remedies.Keeping;

public enum PutRefusal { ChangedMeanwhile }

public static partial class CatalogueMapping
{
    public const string SlugRule = "In the address: up to 40 of a-z, 0-9 and hyphens, not at the ends.";

    // Words that our own addresses take.
    private static readonly string[] Reserved = ["grants", "new"];

    extension(Db db)
    {
        /// <param name="expected">The version that the changer saw, if they care (If-Match).</param>
        public async Task<Result<RemedyView, PutRefusal>> PutRemedy(string slug, RemedyContent asked, string? expected)
        {
            var kept = await db.Remedies.AsTracking().SingleOrDefaultAsync(r => r.Slug == slug, CancellationToken.None);
            var before = kept ?? await db.Remedy(slug, CancellationToken.None);
            if (expected is not null && (before is null || RemedyView.Of(before).Version != expected))
                return PutRefusal.ChangedMeanwhile;
            var remedy = kept ?? new Remedy { Slug = slug, Kind = asked.Kind };
            if (kept is null)
                db.Remedies.Add(remedy);
            (remedy.Kind, remedy.Ja, remedy.En, remedy.Unit) = (asked.Kind, Cleaned(asked.Name.Ja), Cleaned(asked.Name.En), Cleaned(asked.Unit));
            (remedy.AgentLimit, remedy.SupervisorLimit, remedy.AdministratorLimit) = (asked.Limits?.Agent, asked.Limits?.Supervisor, asked.Limits?.Administrator);
            (remedy.NextJa, remedy.NextEn, remedy.Retired) = (Cleaned(asked.Next?.Ja), Cleaned(asked.Next?.En), asked.Retired == true);
            await db.SaveChangesAsync(CancellationToken.None);
            return RemedyView.Of(remedy);
        }
    }

    public static bool IsSlug(string text) => Slug().IsMatch(text) && !Reserved.Contains(text);

    private static string? Cleaned(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Clean(text);

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
