using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Voices, the cases behind them, and what was decided.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000031_Voices")]
internal sealed class Voices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("voices", t => new
        {
            Id = types.Id(t), Kind = types.Text(t), Title = types.Text(t), Product = types.Text(t, true), ErrorText = types.Text(t, true), State = types.Text(t), Version = types.Text(t, true), DeciderId = types.Id(t, true), DeciderName = types.Text(t, true),
            WaitingSince = types.Time(t), DecidedAt = types.Time(t, true), MergedIntoId = types.Id(t, true), CreatedAt = types.Time(t), ByName = types.Text(t), ChangedAt = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_voices", x => x.Id));
        migrationBuilder.CreateIndex("IX_voices_ErrorText", "voices", "ErrorText");
        migrationBuilder.CreateTable("voice_cases", t => new
        {
            VoiceId = types.Id(t), CaseId = types.Id(t), At = types.Time(t), ByName = types.Text(t), SaidAt = types.Time(t), Intensity = t.Column<double>(types.IsPostgres ? "double precision" : "REAL", nullable: false), Quote = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_voice_cases", x => new { x.VoiceId, x.CaseId }));
        migrationBuilder.CreateIndex("IX_voice_cases_CaseId", "voice_cases", "CaseId");
        migrationBuilder.CreateTable("decisions", t => new
        {
            Id = types.Id(t), VoiceId = types.Id(t), State = types.Text(t), Version = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), Reason = types.Text(t), From = types.Text(t, true),
            ById = types.Id(t), ByName = types.Text(t), ByShown = types.Text(t), At = types.Time(t), DueAt = types.Time(t), CancelledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_decisions", x => x.Id));
        migrationBuilder.CreateIndex("IX_decisions_VoiceId_At", "decisions", ["VoiceId", "At"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["decisions", "voice_cases", "voices"])
            migrationBuilder.DropTable(table);
    }
}
