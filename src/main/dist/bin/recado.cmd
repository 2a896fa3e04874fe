@echo off
setlocal
set "lib=%~dp0..\lib"
set "java="
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~d"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
if not defined java (
  echo recado: no JDK 25 found; install one or set JAVA_HOME to it 1>&2
  exit /b 1
)
"%java%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms32m -Xmx1g -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 "-Drecado.launcher=%~f0" -classpath "%lib%\common\*;%lib%\desk\*;%lib%\relay\*" app.recado.DeskMain %*
exit /b %ERRORLEVEL%

:try
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
findstr /r /c:"^JAVA_VERSION=.2[5-9]" "%~1\release" >nul 2>nul && set "java=%~1\bin\java.exe"
exit /b 0
