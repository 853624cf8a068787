# Builds dist\recovery-coach-VERSION-setup.exe on Windows. Needs Python 3.11 and Inno Setup 6.3 or newer.
#
#     powershell -ExecutionPolicy Bypass -File packaging\windows\build.ps1
#
# -SignCommand is what signs a file, without the file's name, for example
#     -SignCommand "signtool sign /a /fd sha256 /tr ADDRESS_OF_A_TIMESTAMP_SERVER /td sha256"
param(
    [string]$SignCommand = "",
    [string]$Iscc = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe"
)
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Assert-Done([string]$what) {
    if ($LASTEXITCODE -ne 0) { throw "$what failed with exit code $LASTEXITCODE" }
}

py -3.11 dev.py package
Assert-Done "dev.py package"
$bundle = "build\bundle\recovery-coach"
& "$bundle\recovery-coach.exe" self-test
Assert-Done "The self-test of the bundle"

$python = ".venv\Scripts\python.exe"
$version = & $python -c "from tools.packages.places import VERSION; print(VERSION)"
Assert-Done "Asking for the version"
$homePage = & $python -c "from tools.packages.places import home_page; print(home_page())"
Assert-Done "Asking for the home page"
$arguments = @("/DAppVersion=$version", "/DHomePage=$homePage")
if ($SignCommand) {
    foreach ($name in "Recovery Coach.exe", "recovery-coach.exe") {
        cmd /c "$SignCommand ""$bundle\$name"""
        Assert-Done "Signing $name"
    }
    $arguments += "/DSign", "/Ssign=$SignCommand `$f"
}
& $Iscc @arguments packaging\windows\recovery-coach.iss
Assert-Done "Inno Setup"
