using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>What each case adds to its voice's temperature, so that the database adds up ten thousand of them; what a merged voice brought along, to be given back; and who wants no news of what became of their voice.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000052_Weights")]
internal sealed class Weights : Migration
{
    private static readonly string[] Adds = ["Slow", "Fast", "Loud"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.AddColumn<int>("Turn", "voice_cases", types.IsPostgres ? "integer" : "INTEGER", nullable: false, defaultValue: 0);
        foreach (var one in Adds)
            migrationBuilder.AddColumn<double>(one, "voice_cases", types.IsPostgres ? "double precision" : "REAL", nullable: false, defaultValue: 0d);
        // Of whoever said it once; the hourly look puts right who said it more often.
        migrationBuilder.Sql("""
            update voice_cases set "Turn" = said.turn, "Slow" = (1 + "Intensity") * power(0.25, said.turn), "Fast" = (1 + "Intensity") * power(0.25, said.turn), "Loud" = (1 + "Intensity") * power(0.25, said.turn)
            from (select v."VoiceId" as voice, v."CaseId" as one, row_number() over (partition by v."VoiceId", coalesce(w."MergedInto", w."Id") order by v."SaidAt", v."CaseId") - 1 as turn
                from voice_cases v join cases c on c."Id" = v."CaseId" join customers w on w."Id" = c."CustomerId") said
            where voice_cases."VoiceId" = said.voice and voice_cases."CaseId" = said.one
            """);
        migrationBuilder.CreateIndex("IX_voice_cases_said", "voice_cases", ["VoiceId", "SaidAt", "Turn", "Slow", "Fast", "Loud", "Again"]);
        migrationBuilder.AddColumn<Guid>("FromId", "voice_incidents", types.IdName, nullable: true);
        migrationBuilder.AddColumn<string>("Lent", "voices", types.IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.CreateTable("news_stops", t => new { Id = types.Id(t), At = types.Time(t), ByName = types.Text(t, true) }, constraints: t => t.PrimaryKey("PK_news_stops", x => x.Id));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("news_stops");
        migrationBuilder.DropColumn("Lent", "voices");
        migrationBuilder.DropColumn("FromId", "voice_incidents");
        migrationBuilder.DropIndex("IX_voice_cases_said", "voice_cases");
        foreach (var one in Adds.Append("Turn"))
            migrationBuilder.DropColumn(one, "voice_cases");
    }
}
