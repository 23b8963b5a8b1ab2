using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

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
            WaitingSince = types.Time(t), DecidedAt = types.Time(t, true), MergedIntoId = types.Id(t, true), CreatedAt = types.Time(t), ByName = types.Text(t), ChangedAt = types.Time(t), Untold = types.Text(t, true), ToldDegrees = Number(t, types, true),
        }, constraints: t => t.PrimaryKey("PK_voices", x => x.Id));
        migrationBuilder.CreateIndex("IX_voices_MergedIntoId", "voices", "MergedIntoId");
        migrationBuilder.CreateIndex("IX_voices_ErrorText", "voices", "ErrorText");
        migrationBuilder.CreateTable("voice_cases", t => new
        {
            VoiceId = types.Id(t), CaseId = types.Id(t), At = types.Time(t), ByName = types.Text(t), How = types.Text(t), FromId = types.Id(t, true), SaidAt = types.Time(t), Intensity = Number(t, types),
            Quote = types.Text(t, true), QuoteBy = types.Text(t, true), QuoteHiddenAt = types.Time(t, true), Again = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_voice_cases", x => new { x.VoiceId, x.CaseId }));
        migrationBuilder.CreateIndex("IX_voice_cases_CaseId", "voice_cases", "CaseId");
        migrationBuilder.CreateTable("voice_news", t => new
        {
            Id = types.Id(t), VoiceId = types.Id(t), CaseId = types.Id(t, true), Text = types.Text(t), Steps = types.Text(t, true), Versions = types.Text(t, true), Devices = types.Text(t, true), At = types.Time(t), ByName = types.Text(t),
        }, constraints: t => t.PrimaryKey("PK_voice_news", x => x.Id));
        migrationBuilder.CreateIndex("IX_voice_news_VoiceId_At", "voice_news", ["VoiceId", "At"]);
        migrationBuilder.CreateTable("voice_acts", t => new
        {
            Id = types.Id(t), VoiceId = types.Id(t), What = types.Text(t), OtherId = types.Id(t, true), CaseId = types.Id(t, true), Words = types.Text(t, true), At = types.Time(t), ByName = types.Text(t),
        }, constraints: t => t.PrimaryKey("PK_voice_acts", x => x.Id));
        migrationBuilder.CreateIndex("IX_voice_acts_VoiceId_At", "voice_acts", ["VoiceId", "At"]);
        migrationBuilder.CreateTable("voice_incidents", t => new { IncidentId = types.Id(t), VoiceId = types.Id(t), At = types.Time(t), ByName = types.Text(t) }, constraints: t => t.PrimaryKey("PK_voice_incidents", x => x.IncidentId));
        migrationBuilder.CreateIndex("IX_voice_incidents_VoiceId", "voice_incidents", "VoiceId");
        migrationBuilder.CreateTable("voice_offers", t => new { CaseId = types.Id(t), VoiceId = types.Id(t), Likeness = Number(t, types), At = types.Time(t), DismissedAt = types.Time(t, true) },
            constraints: t => t.PrimaryKey("PK_voice_offers", x => new { x.CaseId, x.VoiceId }));
        migrationBuilder.CreateIndex("IX_voice_offers_VoiceId", "voice_offers", "VoiceId");
        migrationBuilder.CreateTable("decisions", t => new
        {
            Id = types.Id(t), VoiceId = types.Id(t), State = types.Text(t), Version = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), Reason = types.Text(t), From = types.Text(t, true),
            ById = types.Id(t), ByName = types.Text(t), ByShown = types.Text(t), At = types.Time(t), DueAt = types.Time(t), CancelledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_decisions", x => x.Id));
        migrationBuilder.CreateIndex("IX_decisions_VoiceId_At", "decisions", ["VoiceId", "At"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["decisions", "voice_offers", "voice_incidents", "voice_acts", "voice_news", "voice_cases", "voices"])
            migrationBuilder.DropTable(table);
    }

    private static OperationBuilder<AddColumnOperation> Number(ColumnsBuilder t, Types types, bool nullable = false) => t.Column<double>(types.IsPostgres ? "double precision" : "REAL", nullable: nullable);
}
