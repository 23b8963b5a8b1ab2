using Madoguchi.Care.Folding;
using Madoguchi.Care.Recognizing;
using Madoguchi.Care.Stepping;
using Madoguchi.Cases;
using Madoguchi.Cases.Wording;
using Madoguchi.Shared;
using Madoguchi.Storage;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Care.Setting;

public static class SettingMapping
{
    extension(Db db)
    {
        public async Task<CareHouse> CareHouse(CancellationToken ct)
        {
            var (settings, lists, letters) = (await db.CareSettings(ct), await db.CareLists.AsNoTracking().ToListAsync(ct), await db.CareLetters.AsNoTracking().ToListAsync(ct));
            return new(
                new(settings.Threshold, settings.SupervisorMinutes),
                [.. Enum.GetValues<CareKind>().SelectMany(k => BuiltInPhrases.Languages.Select(l => CareListView.Of(k, l, lists.FirstOrDefault(o => o.Kind == k && o.Language == l))))],
                [.. Enum.GetValues<CareStep>().SelectMany(s => BuiltInPhrases.Languages.Select(l => letters.FirstOrDefault(o => o.Step == s && o.Language == l) is { } own ? new CareLetterView(s, l, own.Text, false) : new CareLetterView(s, l, BuiltInLetters.Of(s, l), true)))]);
        }

        /// <summary>The book that holds in this house, or that would with one list changed.</summary>
        public async Task<CareBook> CareBookWith(CareKind? kind, string? language, IReadOnlyList<string>? lines, CancellationToken ct)
        {
            var house = await db.CareHouse(ct);
            if (kind is null && house.Settings.Threshold == CareBook.BuiltIn.Threshold && house.Lists.All(l => l.BuiltIn))
                return CareBook.BuiltIn;
            return new CareBook((k, l) => k == kind && l == language && lines is not null ? lines : house.Lists.First(own => own.Kind == k && own.Language == l).Lines, house.Settings.Threshold);
        }

        public async Task SetCare(CareSettingsView wanted)
        {
            if (await db.Set<CareSettings>().AsTracking().SingleOrDefaultAsync(CancellationToken.None) is not { } settings)
                db.Set<CareSettings>().Add(settings = new CareSettings { Id = 1 });
            (settings.Threshold, settings.SupervisorMinutes) = (wanted.Threshold, wanted.SupervisorMinutes);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        /// <summary>Replaces one list; nothing when it is not the one that the changer saw. What was folded before stays as it was.</summary>
        public async Task<CareListView?> SetCareList(CareKind kind, string language, IReadOnlyList<string> lines, string? expected)
        {
            var own = await db.CareLists.AsTracking().SingleOrDefaultAsync(l => l.Kind == kind && l.Language == language, CancellationToken.None);
            if (expected is not null && expected != CareListView.Of(kind, language, own).Version)
                return null;
            if (own is null)
                db.CareLists.Add(own = new CareList { Kind = kind, Language = language, Lines = [] });
            own.Lines = [.. lines.Select(PlainText.Clean)];
            await db.SaveChangesAsync(CancellationToken.None);
            return CareListView.Of(kind, language, own);
        }

        public Task BuiltInCareAgain(CareKind kind, string language) => db.CareLists.Where(l => l.Kind == kind && l.Language == language).ExecuteDeleteAsync(CancellationToken.None);

        public Task BuiltInCareLetterAgain(CareStep step, string language) => db.CareLetters.Where(l => l.Step == step && l.Language == language).ExecuteDeleteAsync(CancellationToken.None);

        public async Task SetCareLetter(CareStep step, string language, string text)
        {
            if (await db.CareLetters.AsTracking().SingleOrDefaultAsync(l => l.Step == step && l.Language == language, CancellationToken.None) is { } own)
                own.Text = PlainText.Clean(text);
            else
                db.CareLetters.Add(new CareLetter { Step = step, Language = language, Text = PlainText.Clean(text) });
            await db.SaveChangesAsync(CancellationToken.None);
        }
    }
}
